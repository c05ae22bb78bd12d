/* new-project-draft.c: the answers of someone making a new project, and their rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-draft.h"

#include <glib/gi18n-lib.h>

#include "record-xml.h"
#include "text.h"

struct _BlNewProjectDraft
{
  BlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (BlNewProjectDraft, bl_new_project_draft, BL_TYPE_RECORD)

/* Where "skipped" of a step is kept; looking over cannot be skipped. */
static const char *const skipped_fields[] = {
  [BL_NEW_PROJECT_STEP_NONE] = NULL,
  [BL_NEW_PROJECT_STEP_SERVICE] = "skipped-service",
  [BL_NEW_PROJECT_STEP_LIBRARIES] = "skipped-libraries",
  [BL_NEW_PROJECT_STEP_AREAS] = "skipped-areas",
  [BL_NEW_PROJECT_STEP_REVIEW] = NULL,
};

GType
bl_new_project_step_get_type (void)
{
  static gsize type = 0;
  static const GEnumValue values[] = {
    { BL_NEW_PROJECT_STEP_NONE, "BL_NEW_PROJECT_STEP_NONE", "none" },
    { BL_NEW_PROJECT_STEP_SERVICE, "BL_NEW_PROJECT_STEP_SERVICE", "service" },
    { BL_NEW_PROJECT_STEP_LIBRARIES, "BL_NEW_PROJECT_STEP_LIBRARIES", "libraries" },
    { BL_NEW_PROJECT_STEP_AREAS, "BL_NEW_PROJECT_STEP_AREAS", "areas" },
    { BL_NEW_PROJECT_STEP_REVIEW, "BL_NEW_PROJECT_STEP_REVIEW", "review" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("BlNewProjectStep", values));
  return type;
}

GType
bl_new_project_origin_get_type (void)
{
  static gsize type = 0;
  static const GEnumValue values[] = {
    { BL_NEW_PROJECT_ORIGIN_UNKNOWN, "BL_NEW_PROJECT_ORIGIN_UNKNOWN", "unknown" },
    { BL_NEW_PROJECT_ORIGIN_PUBLISHED, "BL_NEW_PROJECT_ORIGIN_PUBLISHED", "published" },
    { BL_NEW_PROJECT_ORIGIN_EMPTY, "BL_NEW_PROJECT_ORIGIN_EMPTY", "empty" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("BlNewProjectOrigin", values));
  return type;
}

/* --- Class ------------------------------------------------------------------ */

static void
bl_new_project_draft_class_init (BlNewProjectDraftClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  bl_record_class_set_kind (record_class, "draft", N_("draft of a project"));
  bl_record_class_add_enum (record_class, "origin", N_("what it starts from"), BL_TYPE_NEW_PROJECT_ORIGIN);
  bl_record_class_add_text (record_class, "service", N_("code of the service"));
  bl_record_class_add_text (record_class, "service-name", N_("name of the service"));
  bl_record_class_add_text (record_class, "title", N_("title"));
  bl_record_class_add_text (record_class, "suggested-title", N_("suggested title"));
  bl_record_class_add_text (record_class, "search", N_("what was looked for"));
  bl_record_class_add_boolean (record_class, "without-libraries", N_("without the published libraries"));
  bl_record_class_add_boolean (record_class, "without-areas", N_("without the published areas"));
  bl_record_class_add_boolean (record_class, "skipped-service", N_("service skipped"));
  bl_record_class_add_boolean (record_class, "skipped-libraries", N_("libraries skipped"));
  bl_record_class_add_boolean (record_class, "skipped-areas", N_("areas skipped"));
  bl_record_class_add_enum (record_class, "step", N_("step"), BL_TYPE_NEW_PROJECT_STEP);
  bl_record_class_add_enum (record_class, "furthest", N_("furthest step"), BL_TYPE_NEW_PROJECT_STEP);
  bl_record_class_add_list (record_class, "files", N_("files"), BL_TYPE_NEW_PROJECT_FILE, TRUE);
}

static void
bl_new_project_draft_init (BlNewProjectDraft *self)
{
}

BlNewProjectDraft *
bl_new_project_draft_new (const char *id)
{
  BlNewProjectDraft *self = g_object_new (BL_TYPE_NEW_PROJECT_DRAFT, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

/* --- Answers ------------------------------------------------------------------ */

gboolean
bl_new_project_draft_is_blank (BlNewProjectDraft *self)
{
  BlRecord *record = BL_RECORD (self);

  g_return_val_if_fail (BL_IS_NEW_PROJECT_DRAFT (self), TRUE);

  return bl_new_project_draft_get_origin (self) == BL_NEW_PROJECT_ORIGIN_UNKNOWN
         && !bl_record_is_known (record, "title") && !bl_record_is_known (record, "search")
         && !bl_record_is_known (record, "service-name")
         && bl_record_get_enum (record, "furthest") <= BL_NEW_PROJECT_STEP_SERVICE
         && g_list_model_get_n_items (bl_record_get_list (record, "files")) == 0;
}

void
bl_new_project_draft_clear (BlNewProjectDraft *self)
{
  GPtrArray *fields;

  g_return_if_fail (BL_IS_NEW_PROJECT_DRAFT (self));

  fields = bl_record_get_fields (BL_RECORD (self));
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);

      if (field->type == BL_FIELD_LIST)
        bl_record_remove_all (BL_RECORD (self), field->name);
      else
        bl_record_clear (BL_RECORD (self), field->name);
    }
}

void
bl_new_project_draft_choose_service (BlNewProjectDraft *self, const BlReferenceService *service)
{
  BlRecord *record = BL_RECORD (self);
  const char *name;
  g_autofree char *title = NULL;

  g_return_if_fail (BL_IS_NEW_PROJECT_DRAFT (self));
  g_return_if_fail (service != NULL);

  name = service->nice_name != NULL ? service->nice_name : service->name;
  /* TRANSLATORS: the title first offered for a project; %s is a place, "Leeds". */
  title = g_strdup_printf (_("%s library plan"), name);
  bl_record_set_enum (record, "origin", BL_NEW_PROJECT_ORIGIN_PUBLISHED);
  bl_record_set_text (record, "service", service->code);
  bl_record_set_text (record, "service-name", service->name);
  bl_record_set_text (record, "suggested-title", title);
  bl_record_clear (record, "skipped-service");
}

void
bl_new_project_draft_choose_empty (BlNewProjectDraft *self)
{
  BlRecord *record = BL_RECORD (self);

  g_return_if_fail (BL_IS_NEW_PROJECT_DRAFT (self));

  if (bl_new_project_draft_get_origin (self) == BL_NEW_PROJECT_ORIGIN_EMPTY)
    return;
  bl_record_set_enum (record, "origin", BL_NEW_PROJECT_ORIGIN_EMPTY);
  bl_record_clear (record, "service");
  bl_record_clear (record, "service-name");
  bl_record_set_text (record, "suggested-title", _("New library plan"));
  bl_record_clear (record, "skipped-service");
}

BlNewProjectOrigin
bl_new_project_draft_get_origin (BlNewProjectDraft *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_DRAFT (self), BL_NEW_PROJECT_ORIGIN_UNKNOWN);
  return bl_record_get_enum (BL_RECORD (self), "origin");
}

const char *
bl_new_project_draft_get_title (BlNewProjectDraft *self)
{
  const char *title;

  g_return_val_if_fail (BL_IS_NEW_PROJECT_DRAFT (self), NULL);

  title = bl_record_get_text (BL_RECORD (self), "title");
  return title != NULL ? title : bl_record_get_text (BL_RECORD (self), "suggested-title");
}

void
bl_new_project_draft_set_title (BlNewProjectDraft *self, const char *title)
{
  g_autofree char *clean = bl_text_clean (title);

  g_return_if_fail (BL_IS_NEW_PROJECT_DRAFT (self));

  if (g_strcmp0 (clean, bl_record_get_text (BL_RECORD (self), "suggested-title")) == 0)
    bl_record_clear (BL_RECORD (self), "title");
  else
    bl_record_set_text (BL_RECORD (self), "title", clean);
}

gboolean
bl_new_project_draft_get_flag (BlNewProjectDraft *self, const char *field)
{
  gboolean flag;

  g_return_val_if_fail (BL_IS_NEW_PROJECT_DRAFT (self), FALSE);
  return bl_record_get_boolean (BL_RECORD (self), field, &flag) && flag;
}

gboolean
bl_new_project_draft_wants_libraries (BlNewProjectDraft *self)
{
  return bl_new_project_draft_get_origin (self) == BL_NEW_PROJECT_ORIGIN_PUBLISHED
         && !bl_new_project_draft_get_flag (self, "without-libraries");
}

gboolean
bl_new_project_draft_wants_areas (BlNewProjectDraft *self)
{
  return bl_new_project_draft_get_origin (self) == BL_NEW_PROJECT_ORIGIN_PUBLISHED
         && !bl_new_project_draft_get_flag (self, "without-areas");
}

BlNewProjectStep
bl_new_project_draft_get_step_of (BlNewProjectFile *file)
{
  return bl_new_project_file_get_import_kind (file) == BL_IMPORT_LIBRARIES ? BL_NEW_PROJECT_STEP_LIBRARIES
                                                                           : BL_NEW_PROJECT_STEP_AREAS;
}

guint
bl_new_project_draft_count_files (BlNewProjectDraft *self, BlNewProjectStep step)
{
  GListModel *files;
  guint n = 0;

  g_return_val_if_fail (BL_IS_NEW_PROJECT_DRAFT (self), 0);

  files = bl_record_get_list (BL_RECORD (self), "files");
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (BlNewProjectFile) file = g_list_model_get_item (files, i);

      if (bl_new_project_draft_get_step_of (file) == step)
        n++;
    }
  return n;
}

/* --- Going through the steps --------------------------------------------------- */

const char *
bl_new_project_step_get_title (BlNewProjectStep step)
{
  static const char *const titles[] = { "", N_("Your service"), N_("Libraries"), N_("Areas and people"),
                                        N_("Look over and create") };

  g_return_val_if_fail (step < G_N_ELEMENTS (titles), "");
  return titles[step];
}

BlNewProjectStep
bl_new_project_draft_get_step (BlNewProjectDraft *self)
{
  BlNewProjectStep step;

  g_return_val_if_fail (BL_IS_NEW_PROJECT_DRAFT (self), BL_NEW_PROJECT_STEP_SERVICE);

  step = bl_record_get_enum (BL_RECORD (self), "step");
  return step == BL_NEW_PROJECT_STEP_NONE ? BL_NEW_PROJECT_STEP_SERVICE : step;
}

void
bl_new_project_draft_go (BlNewProjectDraft *self, BlNewProjectStep step, gboolean skip)
{
  BlRecord *record = BL_RECORD (self);
  BlNewProjectStep left;

  g_return_if_fail (BL_IS_NEW_PROJECT_DRAFT (self));
  g_return_if_fail (step >= BL_NEW_PROJECT_STEP_SERVICE && step <= BL_NEW_PROJECT_LAST_STEP);

  left = bl_new_project_draft_get_step (self);
  /* Going back answers nothing: what was skipped stays so. */
  if (skipped_fields[left] != NULL && step > left)
    {
      if (skip)
        bl_record_set_boolean (record, skipped_fields[left], TRUE);
      else
        bl_record_clear (record, skipped_fields[left]);
    }
  bl_record_set_enum (record, "step", (int) step);
  if ((int) step > bl_record_get_enum (record, "furthest"))
    bl_record_set_enum (record, "furthest", (int) step);
}

BlNewProjectStep
bl_new_project_draft_get_next (BlNewProjectDraft *self)
{
  BlNewProjectStep step = bl_new_project_draft_get_step (self);

  return step < BL_NEW_PROJECT_LAST_STEP ? step + 1 : BL_NEW_PROJECT_STEP_NONE;
}

BlNewProjectStep
bl_new_project_draft_get_previous (BlNewProjectDraft *self)
{
  BlNewProjectStep step = bl_new_project_draft_get_step (self);

  return step > BL_NEW_PROJECT_STEP_SERVICE ? step - 1 : BL_NEW_PROJECT_STEP_NONE;
}

BlNewProjectState
bl_new_project_draft_get_state (BlNewProjectDraft *self, BlNewProjectStep step)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_DRAFT (self), BL_NEW_PROJECT_STATE_TO_COME);
  g_return_val_if_fail (step >= BL_NEW_PROJECT_STEP_SERVICE && step <= BL_NEW_PROJECT_LAST_STEP,
                        BL_NEW_PROJECT_STATE_TO_COME);

  /* A step counts as seen once a later one was. */
  if (bl_record_get_enum (BL_RECORD (self), "furthest") <= (int) step)
    return BL_NEW_PROJECT_STATE_TO_COME;
  if (bl_new_project_draft_get_need (self, step) != NULL)
    return BL_NEW_PROJECT_STATE_NEEDS;
  if (skipped_fields[step] != NULL && bl_new_project_draft_get_flag (self, skipped_fields[step]))
    return BL_NEW_PROJECT_STATE_SKIPPED;
  return BL_NEW_PROJECT_STATE_DONE;
}

const char *
bl_new_project_draft_get_need (BlNewProjectDraft *self, BlNewProjectStep step)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_DRAFT (self), NULL);

  switch (step)
    {
    case BL_NEW_PROJECT_STEP_SERVICE:
      /* Skipping says as much as "start empty"; only a title cannot be done without. */
      if (bl_new_project_draft_get_origin (self) == BL_NEW_PROJECT_ORIGIN_UNKNOWN
          && !bl_new_project_draft_get_flag (self, "skipped-service"))
        return _("Choose your service, or start without one.");
      if (bl_new_project_draft_get_title (self) == NULL)
        return _("Give the project a title.");
      return NULL;
    case BL_NEW_PROJECT_STEP_REVIEW:
      return bl_new_project_draft_get_need (self, BL_NEW_PROJECT_STEP_SERVICE);
    case BL_NEW_PROJECT_STEP_LIBRARIES:
    case BL_NEW_PROJECT_STEP_AREAS:
    case BL_NEW_PROJECT_STEP_NONE:
    default:
      return NULL;
    }
}

gboolean
bl_new_project_draft_can_finish (BlNewProjectDraft *self, const char **need)
{
  const char *wanted = bl_new_project_draft_get_need (self, BL_NEW_PROJECT_STEP_REVIEW);

  if (need != NULL)
    *need = wanted;
  return wanted == NULL;
}

/* --- As a file ------------------------------------------------------------------ */

GBytes *
bl_new_project_draft_to_bytes (BlNewProjectDraft *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_DRAFT (self), NULL);
  return bl_record_write (BL_RECORD (self), BL_PROJECT_VERSION);
}

BlNewProjectDraft *
bl_new_project_draft_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (BlRecordReading) reading = NULL;
  gsize length;
  const char *xml = g_bytes_get_data (bytes, &length);

  reading = bl_record_read (BL_TYPE_NEW_PROJECT_DRAFT, xml, length, name, NULL, error);
  if (reading == NULL)
    return NULL;
  return BL_NEW_PROJECT_DRAFT (g_object_ref (reading->root));
}
