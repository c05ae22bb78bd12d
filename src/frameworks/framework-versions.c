/* framework-versions.c: versions of the frameworks in a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-versions.h"

#include <string.h>

#include "framework-frame.h"

/* --- Who uses which ----------------------------------------------------------------- */

GPtrArray *
bl_framework_list_assessments (BlProject *project, BlFramework *framework)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "assessments");
  const char *id = bl_record_get_id (BL_RECORD (framework));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) assessment = g_list_model_get_item (all, i); /* the project keeps it */

      if (g_strcmp0 (bl_record_get_text (assessment, "framework"), id) == 0)
        g_ptr_array_add (found, assessment);
    }
  return found;
}

gboolean
bl_framework_may_choose (BlAssessment *assessment)
{
  static const char *const said[]
      = { "ratings", "results", "discussions", "agreements", "findings", "dissents" };
  GListModel *team = bl_record_get_list (BL_RECORD (assessment), "team");

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (g_list_model_get_n_items (bl_record_get_list (BL_RECORD (assessment), said[i])) > 0)
      return FALSE;
  /* A response file that is out there was made with this version. */
  for (guint i = 0; i < g_list_model_get_n_items (team); i++)
    {
      g_autoptr (BlRecord) member = g_list_model_get_item (team, i);

      if (bl_record_is_known (member, "sent"))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
bl_framework_list_kept_by (BlProject *project, BlFramework *framework)
{
  GPtrArray *found = bl_framework_list_assessments (project, framework);

  for (guint i = found->len; i > 0; i--)
    if (bl_framework_may_choose (g_ptr_array_index (found, i - 1)))
      g_ptr_array_remove_index (found, i - 1);
  return found;
}

GPtrArray *
bl_framework_list_versions (BlProject *project, const char *item)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "frameworks");
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) framework = g_list_model_get_item (all, i); /* the project keeps it */

      if (g_strcmp0 (bl_record_get_text (framework, "item"), item) == 0)
        g_ptr_array_add (found, framework);
    }
  return found;
}

/* The number its version begins with; 0 where it begins with none. */
static gint64
number_of (BlRecord *framework)
{
  const char *revision = bl_record_get_text (framework, "revision");

  return revision != NULL ? g_ascii_strtoll (revision, NULL, 10) : 0;
}

/* --- A further version ------------------------------------------------------------------- */

BlFramework *
bl_framework_add_version (BlProject *project, BlFramework *from)
{
  const char *item = bl_record_get_text (BL_RECORD (from), "item"),
             *revision = bl_record_get_text (BL_RECORD (from), "revision");
  g_autoptr (GPtrArray) versions = bl_framework_list_versions (project, item);
  g_autoptr (BlFramework) copy = bl_framework_copy (from, bl_project_get_ids (project));
  g_autofree char *based_on = g_strdup_printf ("%s %s", item != NULL ? item : "", revision != NULL ? revision : "");
  g_autofree char *next = NULL;
  gint64 highest = number_of (BL_RECORD (from));

  for (guint i = 0; i < versions->len; i++)
    highest = MAX (highest, number_of (g_ptr_array_index (versions, i)));
  next = g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
  bl_record_set_text (BL_RECORD (copy), "revision", next);
  bl_record_set_from_text (BL_RECORD (copy), "based-on", based_on, NULL);
  bl_record_set_date (BL_RECORD (copy), "made", bl_clock_today (bl_project_get_clock (project)));
  bl_record_set_boolean (BL_RECORD (copy), "official", FALSE);
  bl_record_append (BL_RECORD (project), "frameworks", BL_RECORD (copy));
  return copy; /* the project keeps it */
}

char *
bl_framework_make_name (BlProject *project)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *item = g_strdup_printf ("own-%u", n);
      g_autoptr (GPtrArray) taken = bl_framework_list_versions (project, item);

      if (taken->len == 0)
        return g_steal_pointer (&item);
    }
}

BlFramework *
bl_framework_add_own (BlProject *project, BlFramework *scales, const char *title)
{
  BlIds *ids = bl_project_get_ids (project);
  g_autoptr (BlFramework) made = bl_framework_make_frame (scales, NULL, ids);
  g_autoptr (BlFrameworkSection) section = bl_framework_section_new (NULL);
  g_autofree char *item = bl_framework_make_name (project), *id = bl_ids_make (ids, "section");

  bl_record_set_text (BL_RECORD (made), "item", item);
  bl_record_set_text (BL_RECORD (made), "title", title);
  bl_record_set_text (BL_RECORD (made), "revision", "1");
  bl_record_set_date (BL_RECORD (made), "made", bl_clock_today (bl_project_get_clock (project)));
  bl_record_assign_id (BL_RECORD (section), id);
  bl_record_set_text (BL_RECORD (section), "item", "characteristics");
  bl_record_set_text (BL_RECORD (section), "title", title);
  bl_record_append (BL_RECORD (made), "sections", BL_RECORD (section));
  bl_framework_update_route (made, ids, TRUE);
  bl_record_append (BL_RECORD (project), "frameworks", BL_RECORD (made));
  return made; /* the project keeps it */
}

/* --- Finding one in the other -------------------------------------------------------------- */

static guint
position_of (BlRecord *record)
{
  GListModel *list = bl_record_get_list (bl_record_get_parent (record), bl_record_get_place (record));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BlRecord) other = g_list_model_get_item (list, i);

      if (other == record)
        return i;
    }
  g_assert_not_reached ();
}

typedef struct
{
  BlRecord *like, *found;
} Same;

static gboolean
is_same (BlRecord *record, gpointer data)
{
  Same *same = data;

  if (G_OBJECT_TYPE (record) == G_OBJECT_TYPE (same->like)
      && g_strcmp0 (bl_record_get_text (record, "item"), bl_record_get_text (same->like, "item")) == 0)
    same->found = record;
  return same->found == NULL;
}

BlRecord *
bl_framework_find_same (BlRecord *record, BlFramework *to)
{
  BlRecord *parent;

  if (BL_IS_FRAMEWORK (record))
    return BL_RECORD (to);
  if (bl_record_find_field (record, "item") != NULL && bl_record_is_known (record, "item"))
    {
      Same same = { record, NULL };

      bl_record_walk (BL_RECORD (to), is_same, &same);
      return same.found;
    }
  if (bl_record_get_parent (record) == NULL)
    return NULL;
  parent = bl_framework_find_same (bl_record_get_parent (record), to);
  if (parent != NULL)
    {
      GListModel *list = bl_record_get_list (parent, bl_record_get_place (record));
      g_autoptr (BlRecord) there = g_list_model_get_item (list, position_of (record));

      return there; /* the list keeps it */
    }
  return NULL;
}

/* The version of what was first taken in: versions made here go back to it one by one. */
static gint64
find_first_number (BlProject *project, BlFramework *framework)
{
  const char *item = bl_record_get_text (BL_RECORD (framework), "item");
  g_autoptr (GPtrArray) versions = bl_framework_list_versions (project, item);
  BlRecord *record = BL_RECORD (framework);
  const char *based_on;
  gint64 number = number_of (record);

  for (guint steps = 0; (based_on = bl_record_get_text (record, "based-on")) != NULL && steps <= versions->len; steps++)
    {
      const char *blank = strrchr (based_on, ' ');
      BlRecord *before = NULL;

      if (blank == NULL)
        break;
      number = g_ascii_strtoll (blank + 1, NULL, 10);
      for (guint i = 0; i < versions->len; i++)
        if (g_strcmp0 (bl_record_get_text (g_ptr_array_index (versions, i), "revision"), blank + 1) == 0)
          before = g_ptr_array_index (versions, i);
      if (before == NULL || before == record)
        break;
      record = before;
    }
  return number;
}

BlFramework *
bl_framework_find_newer (BlProject *project, BlFramework *framework)
{
  const char *item = bl_record_get_text (BL_RECORD (framework), "item");
  g_autoptr (BlFramework) shipped = NULL;

  if (item == NULL || !g_strv_contains (bl_framework_get_shipped (), item))
    return NULL;
  shipped = bl_framework_load (item, NULL); /* where it is missing there is none newer */
  if (shipped == NULL || number_of (BL_RECORD (shipped)) <= find_first_number (project, framework))
    return NULL;
  return g_steal_pointer (&shipped);
}
