# problem: dbscan
# expect: forbidden
# says: dbscan, which this problem asks you to write yourself
import sklearn.cluster as skc

def dbscan(x, eps, min_samples):
    core, labels = skc.dbscan(x, eps=eps, min_samples=min_samples)
    return labels
