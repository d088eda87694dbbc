"""95 % confidence intervals. Answers are taken as a sample of the visitors of days like these.

**Shares** have Wilson's interval (Wilson 1927): it never leaves 0..1 and keeps a width where all answers agree.

**Means** of five-point items have the same interval with the spread that was observed. On a scale of 0..1 no values
spread more than zeros and ones with the same mean, whose variance is p(1-p): that is what Wilson's interval assumes.
The observed variance is a part of it, and n answers that spread less count like n divided by that part. The part
is measured with one more answer at each end of the scale, so that a handful of equal answers does not look certain.
The interval contains the mean, never leaves the scale, and for an item of zeros and ones it is about Wilson's.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

Z = 1.959964


def wilson(hits: float, n: float) -> tuple[float, float]:
    """The interval of the share hits ÷ n, as (low, high) in 0..1; n > 0 and 0 ≤ hits ≤ n, need not be whole."""
    share, weight = hits / n, Z * Z / n
    middle = (share + weight / 2) / (1 + weight)
    half = Z * sqrt(share * (1 - share) / n + weight / (4 * n)) / (1 + weight)
    # Rounding may put the observed share itself a hair outside.
    return max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share))


def mean_interval(values: Mapping[float, int]) -> tuple[float, float]:
    """The interval of the mean of `values` (each in 0..1, with how often it was given; at least one), in 0..1."""
    n = sum(values.values())
    mean = sum(value * times for value, times in values.items()) / n
    more = n + 2
    wide_mean = (mean * n + 1) / more
    squares = (sum(value * value * times for value, times in values.items()) + 1) / more
    part = (squares - wide_mean * wide_mean) / (wide_mean * (1 - wide_mean))
    counted = n / min(1.0, part)
    return wilson(mean * counted, counted)
