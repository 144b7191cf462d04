# problem: bootstrap-ci
# says: your code returns a dict: its parts are graded in order
def compare_systems(ours, theirs, draws, alpha=0.05):
    gap = np.asarray(ours) - np.asarray(theirs)
    means = np.sort(gap[np.asarray(draws)].mean(axis=1))
    low, high = np.quantile(means, [alpha / 2, 1 - alpha / 2])
    return {"delta": gap.mean(), "ci": (low, high)}
