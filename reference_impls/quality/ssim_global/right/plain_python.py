def ssim_global(x, y, peak=255.0):
    a = [float(v) for row in x for v in row]
    b = [float(v) for row in y for v in row]
    n = len(a)
    ma = sum(a) / n
    mb = sum(b) / n
    va = vb = cov = 0.0
    for p, q in zip(a, b):
        va += (p - ma) ** 2 / n
        vb += (q - mb) ** 2 / n
        cov += (p - ma) * (q - mb) / n
    c1 = (0.01 * peak) ** 2
    c2 = (0.03 * peak) ** 2
    lum = (2 * ma * mb + c1) / (ma ** 2 + mb ** 2 + c1)
    cs = (2 * cov + c2) / (va + vb + c2)
    return lum * cs
