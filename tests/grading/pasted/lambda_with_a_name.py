# problem: euler-step
# says: step is graded as euler_step
step = lambda f, y, t, h: y + h * f(y, t)
