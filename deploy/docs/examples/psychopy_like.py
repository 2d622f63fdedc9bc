#!/usr/bin/env python3
"""Plays trials as a stimulus program does: waits for a run, posts each trial's event when it is
shown, and reads what was decoded. Python 3.8 or newer, standard library only.

  python3 psychopy_like.py                                  # long poll, 4 trials, 12 s apart
  python3 psychopy_like.py --answers sse --deadline 10      # one stream for all results
  python3 psychopy_like.py --answers udp --udp-port 5005    # mindstream.sink.answers.to=udp://HOST:5005
  python3 psychopy_like.py --triggers 10 --dummy 2          # as if a TTL box had counted 10 triggers

The scanner's triggers tell the offset between the clocks. A real program puts the times at which
its TTL box saw them where FIRST_TRIGGER stands below.
"""

import argparse
import datetime
import json
import socket
import time
import urllib.error
import urllib.request


def call(args, path, body=None, timeout=150):
    """One request; the answer's status and JSON. A refusal says what to do, so it is shown."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        args.server + path, data, {"Content-Type": "application/json"} if data else {}
    )
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


def wait_for_run(args):
    """The run under way; a scanner announces it with its first volume."""
    deadline = time.monotonic() + args.patience
    while time.monotonic() < deadline:
        status, run = call(args, "/api/runs/" + args.run)
        if status == 200:
            return run
        if status not in (404, 503):
            raise SystemExit(run["error"])
        time.sleep(0.2)
    raise SystemExit("no run came within %g s" % args.patience)


def post_event(args, run, number, kind):
    """Posts once more where Kafka was away: the id makes it count once."""
    event = {
        "at_seconds": time.time(),
        "duration": args.duration,
        "trial_type": kind,
        "id": "%s-%d" % (args.session, number),
    }
    for _ in range(5):
        event["sent_at_seconds"] = time.time()
        status, answer = call(args, "/api/runs/%s/events" % run, event)
        if status != 503:
            break
        time.sleep(5)
    if status not in (200, 201):
        raise SystemExit("event %d was refused: %s" % (number, answer["error"]))
    return answer["trials"][0]["trial"]


def show(answer):
    print(json.dumps(answer), flush=True)


def poll(args, run, trials):
    for trial in trials:
        show(call(args, "/api/runs/%s/trials/%d/result?wait=%g" % (run, trial, args.wait))[1])


def stream(args, run, trials):
    left = set(trials)
    path = "/api/runs/%s/results?deadline=%g" % (run, args.deadline)
    with urllib.request.urlopen(args.server + path, timeout=args.wait) as lines:
        name = ""
        for line in lines:
            field, _, value = line.decode().strip().partition(":")
            if field == "event":
                name = value.strip()
            elif field == "data" and name in ("result", "deadline-missed"):
                answer = json.loads(value)
                show(answer)
                if name == "result":
                    left.discard(answer["trial"])
            if not left:
                return


def datagrams(args, receiver, run, trials):
    left = set(trials)
    receiver.settimeout(args.wait)
    while left:
        answer = json.loads(receiver.recv(65536))
        if answer["run"] == run:
            show(answer)
            if answer["status"] != "late":
                left.discard(answer["trial"])


def options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--server", default="http://localhost:8080")
    parser.add_argument("--run", default="current")
    parser.add_argument("--trials", type=int, default=4)
    parser.add_argument("--every", type=float, default=12, help="seconds from trial to trial")
    parser.add_argument("--duration", type=float, default=4)
    parser.add_argument("--answers", choices=("poll", "sse", "udp"), default="poll")
    parser.add_argument("--udp-port", type=int, default=5005)
    parser.add_argument("--wait", type=float, default=60, help="longest wait for a result, s")
    parser.add_argument("--deadline", type=float, default=15)
    parser.add_argument("--patience", type=float, default=60, help="longest wait for a run, s")
    parser.add_argument("--triggers", type=int, default=0)
    parser.add_argument("--dummy", type=int, default=0)
    parser.add_argument("--session", default="session-%d" % time.time())
    return parser.parse_args()


def main():
    args = options()
    receiver = None
    if args.answers == "udp":
        receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        receiver.bind(("", args.udp_port))
    about = wait_for_run(args)
    run = about["run"]
    if args.triggers:
        # FIRST_TRIGGER: here this computer's clock stands for the scanner's
        started = about["startedAt"].replace("Z", "+0000")
        form = "%Y-%m-%dT%H:%M:%S.%f%z" if "." in started else "%Y-%m-%dT%H:%M:%S%z"
        first = datetime.datetime.strptime(started, form).timestamp()
        first -= args.dummy * about["repetitionTimeSeconds"]
        body = {"count": args.triggers, "first_at_seconds": first, "dummy": args.dummy}
        status, answer = call(args, "/api/runs/%s/triggers" % run, body)
        if status != 200:
            raise SystemExit("the triggers were refused: %s" % answer["error"])
    trials = []
    for number in range(args.trials):
        trials.append(post_event(args, run, number, ("face", "house")[number % 2]))
        if number + 1 < args.trials:
            time.sleep(args.every)
    if args.answers == "poll":
        poll(args, run, trials)
    elif args.answers == "sse":
        stream(args, run, trials)
    else:
        datagrams(args, receiver, run, trials)


if __name__ == "__main__":
    main()
