# problem: discrete-posterior
# expect: fail
def posterior_distribution(E, E_t, Qt_E, Qsb_E, Qtb_E):
    E, E_t = E.flatten(start_dim=1, end_dim=-2), E_t.flatten(start_dim=1, end_dim=-2)
    came_from = E_t @ Qt_E
    reached = E @ Qsb_E
    both = came_from * reached
    evidence = ((E @ Qtb_E) * E_t).sum(-1, keepdim=True)
    return both / (evidence + 1e-19)
