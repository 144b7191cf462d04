# slip: none
def update_loss_scale(scale, good_steps, found_inf, growth=2.0, backoff=0.5, interval=2000):
    good_steps += 1
    if found_inf:
        scale *= backoff
    if good_steps == interval:
        return (scale if found_inf else scale * growth), 0
    return scale, 0 if found_inf else good_steps - 1
