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
    try:
        require_torch()
        where = find_device(options.device)
        require_pack(options.pack)
    except Refusal as refusal:
        print(f"cuda_check: {refusal}", file=sys.stderr)
        return 2
    from cudacheck import check, report  # they import torch

    outcome = check.run(options, where)
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


class Refusal(Exception):
    """Nothing can be run; says what to do."""


def require_torch():
    try:
        import torch
    except ImportError as e:
        raise Refusal(f"needs PyTorch 2.1 or newer, and this Python has none ({e}); see https://pytorch.org") from e
    found = re.match(r"(\d+)\.(\d+)", torch.__version__)
    if not found or tuple(map(int, found.groups())) < (2, 1):
        raise Refusal(
            f"needs PyTorch 2.1 or newer, found {torch.__version__}: the archive calls operators that it lacks;"
            " see https://pytorch.org"
        )


def find_device(name):
    import torch

    if not re.fullmatch(r"cpu|cuda(:\d{1,3})?", name):
        raise Refusal(f"there is no device '{name}'; choose cuda, cuda:N (N from 0) or cpu")
    where = torch.device(name)
    if where.type == "cuda" and not torch.cuda.is_available():
        raise Refusal(
            "PyTorch finds no CUDA device; check nvidia-smi and that this PyTorch is built with CUDA, or try --device cpu"
        )
    if where.type == "cuda" and (where.index or 0) >= torch.cuda.device_count():
        raise Refusal(f"this machine has cuda:0 to cuda:{torch.cuda.device_count() - 1}, not {name}")
    return torch.device("cuda", where.index or 0) if where.type == "cuda" else where


def require_pack(folder):
    needed = ("tiny.json", "tiny-fp32.pt.xz", "released.json")
    missing = [name for name in needed if not os.path.exists(os.path.join(folder, name))]
    if missing:
        raise Refusal(
            f"there is no {missing[0]} in {folder}; make the files with 'deploy/benchmarks/run cuda-pack --out DIR'"
            " and run DIR/cuda_check.py, or name their folder with --pack"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
