def update_loss_scale(scale, good_steps, found_inf, growth=2.0, backoff=0.5, interval=2000):
    good = 0 if found_inf else (good_steps + 1) % interval
    factor = backoff if found_inf else growth if good == 0 else 1
    return [scale * factor, good]
