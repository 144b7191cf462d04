from array import array


def daily_temperatures(t):
    waits = array("l", bytes(array("l").itemsize * len(t)))
    colder = []
    for day, degrees in enumerate(t):
        while colder and t[colder[-1]] < degrees:
            before = colder.pop()
            waits[before] = day - before
        colder.append(day)
    return waits
