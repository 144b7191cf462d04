# slip: guidance-averaged-over-the-batch
def cfg_score(score_c, score_u, w):
    g = (score_c - score_u).mean(dim=0, keepdim=True)
    return score_u + w ** 2 * g
