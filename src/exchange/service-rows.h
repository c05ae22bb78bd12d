/* service-rows.h: which rows of a file are a service's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-plan-private.h"

G_BEGIN_DECLS

/**
 * BlServiceRows: which rows of a list of libraries are the service's, and
 * what the file calls it. A code that stands in the file decides; else the
 * service's name; else its other names; else, but not in a list of libraries,
 * its short name. Case and runs of blanks are folded.
 */
typedef struct
{
  gboolean *ours;   /* by row of the sheet */
  guint n_ours;
  char *name, *code; /* of the service, as the file has them; may be NULL */
  char *other_names; /* "; " between; NULL for none */
} BlServiceRows;

/* Columns of the service's name, code and other name, -1 for none. Without a
 * name or code column every row is ours. NULL with an error (CONTENT) that lists the five nearest names. */
BlServiceRows *bl_service_rows_find (BlImportPlan *plan, int name_column, int code_column, int other_column,
                                     GError **error);
void bl_service_rows_free (BlServiceRows *rows);

/* A short name for people: "Gateshead" of "Gateshead Metropolitan Borough Council". */
char *bl_service_short_name (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlServiceRows, bl_service_rows_free)

G_END_DECLS
