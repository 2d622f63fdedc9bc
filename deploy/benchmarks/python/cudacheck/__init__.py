"""The parts of cuda_check.py. Standard library and torch; sampler.py and arrays.py need no torch."""
