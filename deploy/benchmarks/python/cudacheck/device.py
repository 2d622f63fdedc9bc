"""The device: what it is, its clock, its memory, and how fast it multiplies matrices."""

import platform
import statistics
import subprocess
import time

import torch


def find(name):
    """The device, made the current one, on which CUDA events are recorded."""
    where = torch.device("cuda:0" if name == "cuda" else name)
    if where.type == "cuda":
        torch.cuda.set_device(where)
    return where


def describe(where):
    """Names and versions, for the report."""
    facts = {"torch": torch.__version__, "python": platform.python_version(), "device": str(where)}
    if where.type == "cpu":
        return {**facts, "name": platform.processor() or platform.machine(), "threads": torch.get_num_threads()}
    properties = torch.cuda.get_device_properties(where)
    return {
        **facts,
        "name": properties.name,
        "capability": f"{properties.major}.{properties.minor}",
        "memory_mib": properties.total_memory >> 20,
        "cuda": torch.version.cuda,
        "cudnn": torch.backends.cudnn.version(),
        "driver": driver(where),
    }


def driver(where):
    query = ["nvidia-smi", f"--id={where.index}", "--query-gpu=driver_version", "--format=csv,noheader"]
    try:
        return subprocess.run(query, capture_output=True, text=True, check=True, timeout=20).stdout.strip()
    except (OSError, subprocess.SubprocessError) as e:
        return f"unknown: {e}"


def set_tf32(allowed):
    torch.backends.cuda.matmul.allow_tf32 = allowed
    torch.backends.cudnn.allow_tf32 = allowed


def milliseconds(work, where):
    """Of one call: by CUDA events, or by the wall on a CPU."""
    if where.type == "cpu":
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1e3
    start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
    start.record()
    work()
    end.record()
    end.synchronize()
    return start.elapsed_time(end)


def warm_milliseconds(work, where):
    """Median of 2 to 20 calls, for about a second; one that takes less than half of it has 2 more before."""
    work_ms = milliseconds(work, where)
    if work_ms < 500:
        work_ms = [milliseconds(work, where) for _ in range(2)][-1]
    calls = max(2, min(20, int(1000 / work_ms)))
    return statistics.median(milliseconds(work, where) for _ in range(calls))


def peak_bytes(work, where):
    """The most that one call adds to what is allocated before it; None on a CPU, which does not count."""
    if where.type == "cpu":
        return None
    torch.cuda.reset_peak_memory_stats(where)
    before = torch.cuda.memory_allocated(where)
    work()
    torch.cuda.synchronize(where)
    return torch.cuda.max_memory_allocated(where) - before


def product_speed(where, dtype, size):
    """TFLOP/s of a product of two square matrices."""
    a, b = (torch.randn(size, size, device=where).to(dtype) for _ in range(2))
    ms = warm_milliseconds(lambda: a @ b, where)
    return 2 * size**3 / ms / 1e9
