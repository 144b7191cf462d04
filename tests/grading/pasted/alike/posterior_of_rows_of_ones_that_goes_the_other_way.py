# problem: discrete-posterior
# expect: fail
def posterior_distribution(X, X_t, Qt, Qsb, Qtb):
    X, X_t = X.flatten(start_dim=1, end_dim=-2), X_t.flatten(start_dim=1, end_dim=-2)
    came_from = X_t @ Qt
    reached = X @ Qsb
    both = came_from * reached
    evidence = ((X @ Qtb) * X_t).sum(-1, keepdim=True)
    return both / (evidence + 1e-19)
