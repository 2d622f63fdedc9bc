"""The text of a recipe, read without the program under test."""
import re

DEFAULTS = {'hrf': 'glover', 'drift': '0.01', 'motion': '6', 'components': '0', 'noise': 'ar1',
            'spikes': 'censor', 'steady': '120', 'score': 'beta', 'standard': 'none',
            'repeats': 'none', 'overlap': 'none', 'delay': ''}


def parse(text):
    """A dict of all parts; 'kind' is glm or denoised."""
    kind, inner = re.fullmatch(r'(glm|denoised)\((.*)\)', text.strip()).groups()
    given = dict(part.strip().split('=') for part in inner.split(',') if part.strip())
    unknown = set(given) - set(DEFAULTS)
    if unknown:
        raise ValueError(f'recipe {text!r} has unknown parts {sorted(unknown)}')
    parts = {**DEFAULTS, **given, 'kind': kind}
    for name in ('motion', 'components', 'steady'):
        parts[name] = int(parts[name])
    return parts
