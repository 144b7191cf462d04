# problem: discrete-posterior
# says: your xt is a batch of one
def posterior_probs(xt, x_start, Qt, Qbar_tm1):
    B, L = xt.size()
    K = Qt.shape[0]
    come = Qt.T[xt.reshape(-1)].reshape(B, L, K)
    before = Qbar_tm1[x_start.reshape(-1)].reshape(B, L, K)
    product = come * before
    return product / product.sum(-1, keepdim=True)
