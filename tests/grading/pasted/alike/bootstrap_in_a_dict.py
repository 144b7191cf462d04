# problem: bootstrap-ci
# says: its parts are graded in order


def paired_bootstrap(scores_a, scores_b, resamples, alpha=0.05):
    a = np.asarray(scores_a, dtype=np.float64)
    b = np.asarray(scores_b, dtype=np.float64)
    deltas = []
    for idx in np.asarray(resamples):
        deltas.append(a[idx].mean() - b[idx].mean())
    lo, hi = np.percentile(deltas, [100 * alpha / 2, 100 * (1 - alpha / 2)])
    return {"mean_diff": float(a.mean() - b.mean()), "ci_low": float(lo), "ci_high": float(hi)}
