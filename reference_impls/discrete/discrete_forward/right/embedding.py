from torch.nn.functional import embedding


def discrete_q_sample_probs(tokens, matrix):
    return embedding(tokens, matrix)
