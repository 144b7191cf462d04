# problem: reward-model-loss

def pair_loss(loser, winner):
    return F.softplus(loser - winner).mean()
