# problem: transition-matrix


def get_transition_matrix(num_states, beta_t, transition_type="uniform"):
    eye = torch.eye(num_states)
    if transition_type == "uniform":
        return (1 - beta_t) * eye + beta_t * torch.ones(num_states, num_states) / num_states
    if transition_type == "absorbing":
        Q = (1 - beta_t) * eye
        Q[:, -1] += beta_t
        return Q
    raise ValueError(f"unknown transition type {transition_type}")
