/* profile-share.h: a profile out of the window: saved, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "needs-model.h"

G_BEGIN_DECLS

/* Writes the profile of the library at @row of the model's profiles to @path, by its ending a PDF or HTML. */
gboolean bl_profile_share_write (BlNeedsModel *model, guint row, const char *path, GError **error);
/* The same after asking where to; on @widget's window. */
void bl_profile_share_save (GtkWidget *widget, BlNeedsModel *model, guint row);
void bl_profile_share_print (GtkWidget *widget, BlNeedsModel *model, guint row);

G_END_DECLS
