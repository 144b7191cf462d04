# problem: dynamic-loss-scale
# says: amp_update_scale is graded as update_loss_scale
def amp_update_scale(current_scale, growth_tracker, found_inf, scale_growth_factor=2.0, scale_backoff_factor=0.5, growth_interval=2000):
    if found_inf:
        current_scale = current_scale * scale_backoff_factor
        growth_tracker = 0
    else:
        successful = growth_tracker + 1
        if successful == growth_interval:
            current_scale = current_scale * scale_growth_factor
            growth_tracker = 0
        else:
            growth_tracker = successful
    return current_scale, growth_tracker
