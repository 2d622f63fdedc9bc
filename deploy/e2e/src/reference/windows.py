"""Which volumes a trial has, and when it is answered."""
import math


def first_from(seconds, tr):
    """Index of the first volume that starts at a time, or after it."""
    return math.ceil(seconds / tr - 1e-6)


def covering(start, length, tr):
    """First and last volume that start in a span; the next one where none does."""
    first = first_from(start, tr)
    return first, max(first, first_from(start + length, tr) - 1)


def of_events(rows, delay, length, tr):
    """A window for each row of a BIDS table, its own before the settings."""
    windows = []
    for row in rows:
        own_delay, own_length = seconds(row, 'window_delay'), seconds(row, 'window_length')
        lasts = length if length is not None else float(row['duration'])
        windows.append(covering(float(row['onset']) + (delay if own_delay is None else own_delay),
                                lasts if own_length is None else own_length, tr))
    return windows


def of_run(length, step, volumes, tr):
    """Windows of one length, one each step, that lie inside the run."""
    windows = []
    while True:
        window = covering(len(windows) * step, length, tr)
        if window[1] >= volumes:
            return windows
        windows.append(window)


def due(window, wait, tr):
    """The volume after which an answer is due that waits so many seconds for more."""
    return window[1] + math.ceil(wait / tr - 1e-6)


def seconds(row, column):
    """A cell of a table; None for n/a."""
    text = (row.get(column) or 'n/a').strip()
    return None if text == 'n/a' else float(text)
