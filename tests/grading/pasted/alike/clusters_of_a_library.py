# problem: dbscan
# expect: forbidden
# says: uses sklearn.cluster.DBSCAN
from sklearn.cluster import DBSCAN

def dbscan(x, eps, min_samples):
    return torch.tensor(DBSCAN(eps=eps, min_samples=min_samples).fit(np.asarray(x)).labels_)
