def update_loss_scale(scale, good_steps, found_inf, growth=2.0, backoff=0.5, interval=2000):
    current_scale, growth_tracker = scale, good_steps
    if found_inf:
        current_scale *= backoff
        growth_tracker = 0
    else:
        successful = growth_tracker + 1
        if successful == interval:
            current_scale *= growth
            growth_tracker = 0
        else:
            growth_tracker = successful
    return current_scale, growth_tracker
