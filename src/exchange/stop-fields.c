/* stop-fields.c: the texts of a stop that a file can fill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "stop-fields.h"

const char *const bl_stop_text_names[BL_STOP_N_TEXTS]
    = { "name", "community", "address", "postcode", "vehicle",   "route",      "day",
        "type", "arrival",   "departure", "frequency", "exceptions", "timetable" };
