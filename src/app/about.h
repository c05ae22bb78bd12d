/* about.h: what the program is, and whose data it carries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "context.h"

G_BEGIN_DECLS

void bl_about_present (GtkWindow *parent, BlContext *context);

G_END_DECLS
