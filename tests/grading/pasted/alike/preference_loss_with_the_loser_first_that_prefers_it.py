# problem: reward-model-loss
# expect: fail
# says: uses r_rejected - r_chosen
# not: by their places

def pair_loss(loser, winner):
    return F.softplus(winner - loser).mean()
