/* random-edits.h: edits of any kind, for tests of what must hold after any of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "project.h"
#include "version.h"

static inline BlLibrary *
add_library (BlProject *project, const char *name)
{
  g_autoptr (BlLibrary) library = bl_library_new (NULL);
  g_autoptr (BlStatus) status = bl_status_new (NULL);

  bl_record_set_text (BL_RECORD (library), "name", name);
  bl_record_set_integer (BL_RECORD (status), "year", 2023);
  bl_record_set_enum (BL_RECORD (status), "operation", BL_OPERATION_COUNCIL);
  bl_record_append (BL_RECORD (library), "statuses", BL_RECORD (status));
  bl_record_append (BL_RECORD (project), "libraries", BL_RECORD (library));
  return library; /* the project holds it */
}

static inline void
random_edit (BlProject *project, guint number)
{
  GListModel *libraries = bl_project_get_libraries (project);
  guint n = g_list_model_get_n_items (libraries);
  g_autofree char *name = g_strdup_printf ("Step %u", number);
  guint actions = g_test_rand_int_range (1, 4);

  bl_project_begin (project, name);
  for (guint i = 0; i < actions; i++)
    {
      g_autoptr (BlRecord) library = n == 0 ? NULL : g_list_model_get_item (libraries, g_test_rand_int_range (0, n));

      switch (g_test_rand_int_range (0, 8))
        {
        case 0:
        case 1:
          add_library (project, name);
          break;
        case 2:
          if (library != NULL)
            bl_project_delete (project, library);
          break;
        case 3:
          if (library != NULL)
            bl_record_set_text (library, "notes", name);
          break;
        case 4:
          if (library != NULL)
            bl_record_set_real (library, "easting", g_test_rand_int_range (0, 700000));
          break;
        case 5:
          if (library != NULL)
            bl_record_remove_all (library, "statuses");
          break;
        case 6:
          if (library != NULL && bl_record_get_parent (library) != NULL)
            { /* moved to the end */
              g_autoptr (BlRecord) keep = g_object_ref (library);

              bl_record_remove (keep);
              bl_record_append (BL_RECORD (project), "libraries", keep);
            }
          break;
        default:
          {
            g_autoptr (BlService) service = bl_service_new (NULL);

            bl_record_set_text (BL_RECORD (service), "name", name);
            bl_record_set_child (BL_RECORD (project), "service", BL_RECORD (service));
          }
        }
      n = g_list_model_get_n_items (libraries);
    }
  bl_project_commit (project);
}

/* Marks a version, or deletes one, now and then under another author's name. */
static inline void
random_mark (BlProject *project, guint number)
{
  static const char *const people[] = { NULL, "Jo Bell", "Sam Hall" };
  GListModel *versions = bl_project_get_versions (project);
  guint n = g_list_model_get_n_items (versions);

  bl_project_set_author (project, people[g_test_rand_int_range (0, G_N_ELEMENTS (people))]);
  if (n > 0 && g_test_rand_int_range (0, 3) == 0)
    {
      g_autoptr (BlRecord) version = g_list_model_get_item (versions, g_test_rand_int_range (0, n));

      bl_project_begin (project, "Delete version");
      bl_project_delete (project, version);
      bl_project_commit (project);
    }
  else
    {
      g_autofree char *name = g_strdup_printf ("Version %u", number);

      bl_version_mark (project, name, NULL, NULL); /* refused where there is one of that name */
    }
}
