#!/usr/bin/env python3
"""Runs the network that Mindstream's Java writes in this machine's PyTorch: numbers, time, memory.

Needs Python 3.8 and torch 2.1 or newer, nothing else, no Java. The files it reads come from
  deploy/benchmarks/run cuda-pack --out DIR
"""

import argparse
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "python"))

EXAMPLES = """examples:
  python3 cuda_check.py > report.txt        all, within 6 minutes on a data-centre GPU
  python3 cuda_check.py --quick             batch 1, nothing compiled, within 90 seconds
  python3 cuda_check.py --parity            only whether the numbers are right
  python3 cuda_check.py --device cpu        the same on a tiny network, to try the script itself

The first line of the output is the whole report as JSON, below it are tables for
deploy/benchmarks/README.md. The exit code is 0 where parity holds, 1 where it does not, 2 where
nothing could be run. How it goes is told on the standard error."""


def main(arguments):
    options = parse(arguments)
    problems = [problem for problem in (no_torch(), no_pack(options)) if problem]
    problems = problems or [problem for problem in [no_device(options.device)] if problem]
    for problem in problems:
        print(f"cuda_check: {problem}", file=sys.stderr)
    if problems:
        return 2
    from cudacheck import check, report  # they import torch

    outcome = check.run(options)
    print(json.dumps(outcome))
    print()
    print(report.text(outcome))
    return 0 if outcome["holds"] else 1


def parse(arguments):
    parser = argparse.ArgumentParser(
        description="Tries the network that Java writes in this machine's PyTorch, without Java.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--device", default="cuda", metavar="cuda[:N]|cpu", help="where to run (default: cuda)")
    parser.add_argument("--quick", action="store_true", help="batch 1 alone, nothing compiled; 90 seconds")
    parser.add_argument("--parity", action="store_true", help="no timing")
    parser.add_argument("--pack", default=HERE, metavar="DIR", help="the packed files (default: beside the script)")
    return parser.parse_args(arguments)


def no_torch():
    """Why nothing can be run with this torch, or None; so the next two."""
    try:
        import torch
    except ImportError as e:
        return f"needs PyTorch 2.1 or newer, and this Python has none ({e}); see https://pytorch.org"
    found = re.match(r"(\d+)\.(\d+)", torch.__version__)
    if found and tuple(map(int, found.groups())) >= (2, 1):
        return None
    return (
        f"needs PyTorch 2.1 or newer, found {torch.__version__}: it lacks operators that the archive calls;"
        " see https://pytorch.org"
    )


def no_pack(options):
    needed = ("tiny.json", "tiny-fp32.pt.xz") + (() if options.parity else ("released.json",))
    missing = [name for name in needed if not os.path.exists(os.path.join(options.pack, name))]
    return missing and (
        f"there is no {missing[0]} in {options.pack}; make the files with 'deploy/benchmarks/run cuda-pack --out DIR'"
        " and run DIR/cuda_check.py, or name their folder with --pack"
    )


def no_device(name):
    import torch

    found = re.fullmatch(r"cpu|cuda(?::(\d{1,3}))?", name)
    if not found:
        return f"there is no device '{name}'; choose cuda, cuda:N (N from 0) or cpu"
    if name == "cpu":
        return None
    if not torch.cuda.is_available():
        return "PyTorch finds no CUDA device; see whether nvidia-smi does and torch.version.cuda is set, or try --device cpu"
    last = torch.cuda.device_count() - 1
    return f"this machine has cuda:0 to cuda:{last}, not {name}" if int(found[1] or 0) > last else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
