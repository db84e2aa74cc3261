"""Reweighted Poisson regression of one baseline, by general least squares, step by step."""

from __future__ import annotations

import numpy as np


def fit(
    x: np.ndarray, y: np.ndarray, prior: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return coefficients, means, and the working weights of the last step."""
    mean = y + 0.1
    eta = np.log(mean)
    deviance = _deviance(y, mean, prior)
    for _ in range(25):
        weight = prior * mean
        z = eta + (y - mean) / mean
        root = np.sqrt(weight)
        beta = np.linalg.lstsq(x * root[:, None], z * root, rcond=None)[0]
        eta = x @ beta
        mean = np.exp(eta)
        old, deviance = deviance, _deviance(y, mean, prior)
        if abs(deviance - old) / (abs(deviance) + 0.1) < 1e-8:
            break
    return beta, mean, weight


def _deviance(y: np.ndarray, mean: np.ndarray, prior: np.ndarray) -> float:
    part = np.where(y > 0, y * np.log(np.where(y > 0, y, 1) / mean), 0.0) - (y - mean)
    return float(2 * (prior * part).sum())


def reweighted(x: np.ndarray, y: np.ndarray, threshold: float) -> tuple[np.ndarray, float]:
    """Return the means of the second fit, and its dispersion (at least 1)."""
    n, k = x.shape
    _, mean, weight = fit(x, y, np.ones(n))
    residual = (y - mean) / mean
    phi = max(1.0, float((weight * residual**2).sum() / (n - k)))
    root = x * np.sqrt(weight)[:, None]
    hat = np.diag(root @ np.linalg.inv(root.T @ root) @ root.T)
    s = 1.5 * (y ** (2 / 3) * mean ** (-1 / 6) - mean**0.5) / np.sqrt(phi * (1 - hat))
    raw = np.where(s > threshold, 1 / s**2, 1.0)
    _, mean, weight = fit(x, y, raw * n / raw.sum())
    residual = (y - mean) / mean
    return mean, max(1.0, float((weight * residual**2).sum() / (n - k)))
