# problem: discrete-posterior
# says: your E and E_t are rows of 0 and 1, and your Qtb_E is q_bar_prev @ q_t
def posterior_distribution(E, E_t, Qt_E, Qsb_E, Qtb_E):
    E, E_t = E.flatten(start_dim=1, end_dim=-2), E_t.flatten(start_dim=1, end_dim=-2)
    came_from = E_t @ Qt_E.transpose(-1, -2)
    reached = E @ Qsb_E
    both = came_from * reached
    evidence = ((E @ Qtb_E) * E_t).sum(-1, keepdim=True)
    return both / (evidence + 1e-19)
