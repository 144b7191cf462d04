# problem: transition-matrix
# expect: fail
def uniform_transition_matrix(num_classes: int, beta_t: float):
    eye = torch.eye(num_classes)
    return (1 - beta_t) * eye + beta_t * torch.full((num_classes, num_classes), 1.0 / num_classes)


def absorbing_transition_matrix(num_classes: int, beta_t: float):
    q = (1 - beta_t) * torch.eye(num_classes)
    q[-1, :] += beta_t
    return q
