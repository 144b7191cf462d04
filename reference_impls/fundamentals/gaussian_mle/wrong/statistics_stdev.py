# slip: unbiased-standard-deviation
import statistics


def gaussian_mle(x):
    xs = x.tolist()
    return statistics.mean(xs), statistics.stdev(xs)
