# problem: heun-step
# says: your code returns its result in a tuple: it is taken out
def step(model, sample, timestep, dt):
    slope = model(sample, timestep)
    return (sample + dt / 2 * (slope + model(sample + dt * slope, timestep + dt)),)
