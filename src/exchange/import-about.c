/* import-about.c: where a file on its way in is from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-about.h"

#include "import-plan-private.h"
#include "text.h"

BlImportAbout
bl_import_plan_get_about (BlImportPlan *self)
{
  BlImportAbout about = { 0 };

  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), about);

  about.source = bl_import_plan_source (self);
  about.date = bl_import_plan_date (self);
  about.geography = bl_import_plan_geography (self);
  about.licence = bl_import_plan_licence (self);
  return about;
}

static void
replace (const char **text, const char *with)
{
  g_free ((char *) *text);
  *text = bl_text_clean (with);
}

void
bl_import_plan_set_about (BlImportPlan *self, const BlImportAbout *about)
{
  g_return_if_fail (BL_IS_IMPORT_PLAN (self));

  replace (&self->options.source, about->source);
  replace (&self->options.date, about->date);
  replace (&self->options.geography, about->geography);
  replace (&self->options.licence, about->licence);
  /* Whether a row changes a library depends on where it is from. */
  self->stale = TRUE;
}
