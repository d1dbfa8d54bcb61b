"""Damaged documents of every format, by chance and by the ten thousand, read as a load reads them (`make hammer`).

`documents` holds what is damaged, `byte_damage` and `value_damage` what happens to it, `blows` which damage a number stands for,
`reading` what must hold whatever it was, `workers` reads under limits of time and memory.
"""
