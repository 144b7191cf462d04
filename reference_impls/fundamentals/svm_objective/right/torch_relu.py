import torch


def svm_objective(w, b, X, y, C=1.0):
    hinge = torch.relu(1 - y * (torch.matmul(X, w) - b))
    return w.pow(2).sum() / 2 + C * hinge.sum()
