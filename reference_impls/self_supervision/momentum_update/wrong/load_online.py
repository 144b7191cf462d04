# slip: copied
def momentum_update(online, target, m=0.996):
    target.load_state_dict(online.state_dict())
