/* library.c: a service point
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text.h"

struct _BlStatus
{
  BlRecord parent;
};

struct _BlFigure
{
  BlRecord parent;
};

struct _BlLibrary
{
  BlRecord parent;
};

G_DEFINE_FINAL_TYPE (BlStatus, bl_status, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlFigure, bl_figure, BL_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (BlLibrary, bl_library, BL_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (BlLibraryType, bl_library_type,
                    G_DEFINE_ENUM_VALUE (BL_LIBRARY_TYPE_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_LIBRARY_TYPE_STATIC, "static"),
                    G_DEFINE_ENUM_VALUE (BL_LIBRARY_TYPE_MOBILE, "mobile"),
                    G_DEFINE_ENUM_VALUE (BL_LIBRARY_TYPE_LOCAL_HISTORY, "local-history"),
                    G_DEFINE_ENUM_VALUE (BL_LIBRARY_TYPE_ARCHIVE, "archive"),
                    G_DEFINE_ENUM_VALUE (BL_LIBRARY_TYPE_PRISON, "prison"))

G_DEFINE_ENUM_TYPE (BlOperation, bl_operation,
                    G_DEFINE_ENUM_VALUE (BL_OPERATION_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_OPERATION_COUNCIL, "council"),
                    G_DEFINE_ENUM_VALUE (BL_OPERATION_COUNCIL_UNSTAFFED, "council-unstaffed"),
                    G_DEFINE_ENUM_VALUE (BL_OPERATION_COMMISSIONED, "commissioned"),
                    G_DEFINE_ENUM_VALUE (BL_OPERATION_COMMUNITY, "community"),
                    G_DEFINE_ENUM_VALUE (BL_OPERATION_INDEPENDENT, "independent"))

G_DEFINE_ENUM_TYPE (BlFigureKind, bl_figure_kind,
                    G_DEFINE_ENUM_VALUE (BL_FIGURE_UNKNOWN, "not-known"),
                    G_DEFINE_ENUM_VALUE (BL_FIGURE_VISITS, "visits"),
                    G_DEFINE_ENUM_VALUE (BL_FIGURE_LOANS, "loans"),
                    G_DEFINE_ENUM_VALUE (BL_FIGURE_MEMBERS, "members"),
                    G_DEFINE_ENUM_VALUE (BL_FIGURE_COMPUTER_HOURS, "computer-hours"),
                    G_DEFINE_ENUM_VALUE (BL_FIGURE_ENQUIRIES, "enquiries"),
                    G_DEFINE_ENUM_VALUE (BL_FIGURE_ATTENDANCES, "attendances"),
                    G_DEFINE_ENUM_VALUE (BL_FIGURE_USERS, "users"),
                    G_DEFINE_ENUM_VALUE (BL_FIGURE_EXCLUSIVE_USERS, "exclusive-users"))

const char *const bl_library_days[7]
    = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

static const char *const day_classes[7]
    = { "monday-class", "tuesday-class", "wednesday-class", "thursday-class",
        "friday-class", "saturday-class", "sunday-class" };

/* --- Codes and words ------------------------------------------------------ */

gboolean
bl_operation_from_code (const char *code, BlOperation *operation)
{
  static const struct
  {
    const char *code;
    BlOperation operation;
  } codes[] = {
    { "LA", BL_OPERATION_COUNCIL },      { "LAL", BL_OPERATION_COUNCIL },
    { "LAU", BL_OPERATION_COUNCIL_UNSTAFFED }, { "LAL-", BL_OPERATION_COUNCIL_UNSTAFFED },
    { "C", BL_OPERATION_COMMISSIONED },  { "CL", BL_OPERATION_COMMISSIONED },
    { "CR", BL_OPERATION_COMMUNITY },    { "CRL", BL_OPERATION_COMMUNITY },
    { "ICL", BL_OPERATION_INDEPENDENT },
  };
  g_autofree char *clean = bl_text_clean (code);

  *operation = BL_OPERATION_UNKNOWN;
  if (clean == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (clean, codes[i].code) == 0)
      {
        *operation = codes[i].operation;
        return TRUE;
      }
  return FALSE;
}

const char *
bl_operation_to_code (BlOperation operation)
{
  switch (operation)
    {
    case BL_OPERATION_COUNCIL:
      return "LA";
    case BL_OPERATION_COUNCIL_UNSTAFFED:
      return "LAU";
    case BL_OPERATION_COMMISSIONED:
      return "C";
    case BL_OPERATION_COMMUNITY:
      return "CR";
    case BL_OPERATION_INDEPENDENT:
      return "ICL";
    case BL_OPERATION_UNKNOWN:
    default:
      return "";
    }
}

const char *
bl_operation_get_title (BlOperation operation)
{
  switch (operation)
    {
    case BL_OPERATION_COUNCIL:
      return N_ ("Council");
    case BL_OPERATION_COUNCIL_UNSTAFFED:
      return N_ ("Council, without staff");
    case BL_OPERATION_COMMISSIONED:
      return N_ ("Commissioned");
    case BL_OPERATION_COMMUNITY:
      return N_ ("Community run");
    case BL_OPERATION_INDEPENDENT:
      return N_ ("Independent");
    case BL_OPERATION_UNKNOWN:
    default:
      return N_ ("Closed");
    }
}

const char *
bl_library_type_get_title (BlLibraryType type)
{
  switch (type)
    {
    case BL_LIBRARY_TYPE_STATIC:
      return N_ ("Library");
    case BL_LIBRARY_TYPE_MOBILE:
      return N_ ("Mobile library");
    case BL_LIBRARY_TYPE_LOCAL_HISTORY:
      return N_ ("Local history library");
    case BL_LIBRARY_TYPE_ARCHIVE:
      return N_ ("Archive");
    case BL_LIBRARY_TYPE_PRISON:
      return N_ ("Prison library");
    case BL_LIBRARY_TYPE_UNKNOWN:
    default:
      return N_ ("Not known");
    }
}

/* --- Status --------------------------------------------------------------- */

static char *
bl_status_describe (BlRecord *record)
{
  gint64 year;

  if (!bl_record_get_integer (record, "year", &year))
    return g_strdup (_("standing in a year not known"));
  return g_strdup_printf (_("standing in %d"), (int) year);
}

static void
bl_status_class_init (BlStatusClass *klass)
{
  BlRecordClass *record_class = BL_RECORD_CLASS (klass);

  record_class->describe = bl_status_describe;
  bl_record_class_set_kind (record_class, "status", N_ ("standing in a year"));
  bl_record_class_add_integer (record_class, "year", N_ ("year"));
  bl_record_class_add_enum (record_class, "operation", N_ ("run by"), BL_TYPE_OPERATION);
  bl_record_class_add_boolean (record_class, "statutory", N_ ("statutory"));
}

static void
bl_status_init (BlStatus *self)
{
}

BlStatus *
bl_status_new (const char *id)
{
  BlStatus *self = g_object_new (BL_TYPE_STATUS, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

/* --- Library -------------------------------------------------------------- */

static gboolean
is_hours_field (const char *name)
{
  for (guint i = 0; i < 7; i++)
    {
      gsize length = strlen (bl_library_days[i]);

      if (g_str_has_prefix (name, bl_library_days[i])
          && (name[length] == '\0' || g_str_equal (name + length, "-unstaffed")))
        return TRUE;
    }
  return FALSE;
}

/* "ne33hd" → "NE3 3HD"; an error when it has not the form of a British postcode. */
static char *
normalise_postcode (const char *text, GError **error)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_unichar_toupper (g_utf8_get_char (p)));
  if (plain->len > 4)
    g_string_insert_c (plain, plain->len - 3, ' ');
  if (g_regex_match_simple ("^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$", plain->str, 0, 0))
    return g_string_free (plain, FALSE);
  g_string_free (plain, TRUE);
  g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER, _("“%s” is not a postcode; write it as NE3 3HD"), text);
  return NULL;
}

/* A unique property reference number: up to twelve digits, no zeros in front. */
static char *
normalise_uprn (const char *text, GError **error)
{
  g_autofree char *clean = bl_text_clean (text);
  const char *p = clean != NULL ? clean : "";

  while (*p == '0')
    p++;
  if (*p != '\0' && strspn (p, "0123456789") == strlen (p) && strlen (p) <= 12)
    return g_strdup (p);
  g_set_error (error, BL_BASE_ERROR, BL_BASE_ERROR_NUMBER,
               _("“%s” is not a property reference number: it has up to 12 digits"), text);
  return NULL;
}

static char *
bl_library_normalise (BlRecord *record, const BlField *field, const char *text, GError **error)
{
  if (is_hours_field (field->name))
    {
      BlOpeningDay day;

      return bl_opening_day_from_text (text, &day, error) ? bl_opening_day_to_text (&day) : NULL;
    }
  if (g_str_equal (field->name, "postcode"))
    return normalise_postcode (text, error);
  if (g_str_equal (field->name, "uprn"))
    return normalise_uprn (text, error);
  return g_strdup (text);
}

static void
bl_library_validate (BlRecord *record, GPtrArray *faults)
{
  BlLibrary *self = BL_LIBRARY (record);
  GPtrArray *fields = bl_record_get_fields (record);
  g_autofree char *name = bl_record_describe (record);
  const char *id = bl_record_get_id (record);

  if (bl_record_get_text (record, "name") == NULL)
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_ERROR, id, "name", 0, _("a library has no name")));
  for (guint i = 0; i < fields->len; i++)
    {
      const BlField *field = g_ptr_array_index (fields, i);
      g_autofree char *normal = NULL;
      g_autoptr (GError) error = NULL;

      if (field->type != BL_FIELD_TEXT || bl_record_get_text (record, field->name) == NULL)
        continue;
      normal = bl_library_normalise (record, field, bl_record_get_text (record, field->name), &error);
      if (normal == NULL)
        g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_WARNING, id, field->name, 0, "%s: %s", name,
                                               error->message));
    }
  if (bl_record_get_enum (record, "type") == BL_LIBRARY_TYPE_STATIC && !bl_library_get_point (self, NULL))
    g_ptr_array_add (faults, bl_fault_new (BL_SEVERITY_WARNING, id, "easting", 0,
                                           _("%s is not on the map: it has no grid reference"), name));
}

static void
bl_library_class_init (BlLibraryClass *klass)
{
  BlRecordClass *c = BL_RECORD_CLASS (klass);

  c->normalise = bl_library_normalise;
  c->validate = bl_library_validate;
  bl_record_class_set_kind (c, "library", N_ ("library"));
  bl_record_class_add_text (c, "name", N_ ("name"));
  bl_record_class_add_enum (c, "type", N_ ("kind of library"), BL_TYPE_LIBRARY_TYPE);
  bl_record_class_add_text (c, "service", N_ ("library service"));
  bl_record_class_add_text (c, "address", N_ ("address"));
  bl_record_class_add_text (c, "address-2", N_ ("second line of the address"));
  bl_record_class_add_text (c, "address-3", N_ ("third line of the address"));
  bl_record_class_add_text (c, "postcode", N_ ("postcode"));
  bl_record_class_add_text (c, "uprn", N_ ("unique property reference number"));
  bl_record_class_add_real (c, "easting", N_ ("easting"));
  bl_record_class_add_real (c, "northing", N_ ("northing"));
  bl_record_class_add_integer (c, "opened", N_ ("year opened"));
  bl_record_class_add_integer (c, "closed", N_ ("year closed"));
  bl_record_class_add_boolean (c, "new-build", N_ ("new building"));
  bl_record_class_add_text (c, "operating-organisation", N_ ("operating organisation"));
  bl_record_class_add_text (c, "department", N_ ("department"));
  bl_record_class_add_boolean (c, "co-located", N_ ("shared building"));
  bl_record_class_add_text (c, "co-located-with", N_ ("shared with"));
  bl_record_class_add_text (c, "monday", N_ ("opening hours on Monday"));
  bl_record_class_add_text (c, "tuesday", N_ ("opening hours on Tuesday"));
  bl_record_class_add_text (c, "wednesday", N_ ("opening hours on Wednesday"));
  bl_record_class_add_text (c, "thursday", N_ ("opening hours on Thursday"));
  bl_record_class_add_text (c, "friday", N_ ("opening hours on Friday"));
  bl_record_class_add_text (c, "saturday", N_ ("opening hours on Saturday"));
  bl_record_class_add_text (c, "sunday", N_ ("opening hours on Sunday"));
  bl_record_class_add_text (c, "monday-unstaffed", N_ ("hours without staff on Monday"));
  bl_record_class_add_text (c, "tuesday-unstaffed", N_ ("hours without staff on Tuesday"));
  bl_record_class_add_text (c, "wednesday-unstaffed", N_ ("hours without staff on Wednesday"));
  bl_record_class_add_text (c, "thursday-unstaffed", N_ ("hours without staff on Thursday"));
  bl_record_class_add_text (c, "friday-unstaffed", N_ ("hours without staff on Friday"));
  bl_record_class_add_text (c, "saturday-unstaffed", N_ ("hours without staff on Saturday"));
  bl_record_class_add_text (c, "sunday-unstaffed", N_ ("hours without staff on Sunday"));
  bl_record_class_add_text (c, "monday-class", N_ ("Arts Council phrase for Monday"));
  bl_record_class_add_text (c, "tuesday-class", N_ ("Arts Council phrase for Tuesday"));
  bl_record_class_add_text (c, "wednesday-class", N_ ("Arts Council phrase for Wednesday"));
  bl_record_class_add_text (c, "thursday-class", N_ ("Arts Council phrase for Thursday"));
  bl_record_class_add_text (c, "friday-class", N_ ("Arts Council phrase for Friday"));
  bl_record_class_add_text (c, "saturday-class", N_ ("Arts Council phrase for Saturday"));
  bl_record_class_add_text (c, "sunday-class", N_ ("Arts Council phrase for Sunday"));
  bl_record_class_add_real (c, "hours", N_ ("hours open a week"));
  bl_record_class_add_real (c, "staffed-hours", N_ ("hours with staff a week"));
  bl_record_class_add_text (c, "automated", N_ ("automated opening"));
  bl_record_class_add_text (c, "email", N_ ("email address"));
  bl_record_class_add_text (c, "url", N_ ("web page"));
  bl_record_class_add_text (c, "rural-urban", N_ ("rural or urban class"));
  bl_record_class_add_text (c, "rural-urban-title", N_ ("rural or urban class in words"));
  bl_record_class_add_money (c, "running-cost", N_ ("running cost a year"));
  bl_record_class_add_text (c, "source", N_ ("source"));
  bl_record_class_add_text (c, "source-date", N_ ("date of the source"));
  bl_record_class_add_integer (c, "row", N_ ("row in the source"));
  bl_record_class_add_real (c, "floor-area", N_ ("floor area in square metres"));
  bl_record_class_add_list (c, "statuses", N_ ("standing by year"), BL_TYPE_STATUS, FALSE);
  bl_record_class_add_list (c, "figures", N_ ("use by year"), BL_TYPE_FIGURE, FALSE);
  bl_record_class_add_long_text (c, "notes", N_ ("notes"));
}

static char *
bl_figure_describe (BlRecord *record)
{
  const char *period = bl_record_get_text (record, "period");
  const char *kind = _(bl_figure_kind_get_title (bl_record_get_enum (record, "kind")));

  return period != NULL ? g_strdup_printf (_("%s, %s"), kind, period) : g_strdup (kind);
}

static void
bl_figure_class_init (BlFigureClass *klass)
{
  BlRecordClass *c = BL_RECORD_CLASS (klass);

  c->describe = bl_figure_describe;
  bl_record_class_set_kind (c, "figure", N_ ("figure of use"));
  bl_record_class_add_enum (c, "kind", N_ ("kind"), BL_TYPE_FIGURE_KIND);
  bl_record_class_add_text (c, "period", N_ ("period"));
  bl_record_class_add_real (c, "number", N_ ("number"));
  bl_record_class_add_integer (c, "months", N_ ("months with figures"));
  bl_record_class_add_text (c, "source", N_ ("source"));
  bl_record_class_add_text (c, "source-date", N_ ("date of the source"));
  bl_record_class_add_text (c, "licence", N_ ("licence"));
}

static void
bl_figure_init (BlFigure *self)
{
}

BlFigure *
bl_figure_new (const char *id)
{
  BlFigure *self = g_object_new (BL_TYPE_FIGURE, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

const char *
bl_figure_kind_get_title (BlFigureKind kind)
{
  switch (kind)
    {
    case BL_FIGURE_VISITS:
      return N_ ("visits");
    case BL_FIGURE_LOANS:
      return N_ ("loans");
    case BL_FIGURE_MEMBERS:
      return N_ ("members");
    case BL_FIGURE_COMPUTER_HOURS:
      return N_ ("hours of computer use");
    case BL_FIGURE_ENQUIRIES:
      return N_ ("enquiries");
    case BL_FIGURE_ATTENDANCES:
      return N_ ("attendances at events");
    case BL_FIGURE_USERS:
      return N_ ("users");
    case BL_FIGURE_EXCLUSIVE_USERS:
      return N_ ("users of no other library");
    case BL_FIGURE_UNKNOWN:
    default:
      return N_ ("figures of use");
    }
}

static void
bl_library_init (BlLibrary *self)
{
}

BlLibrary *
bl_library_new (const char *id)
{
  BlLibrary *self = g_object_new (BL_TYPE_LIBRARY, NULL);

  if (id != NULL)
    bl_record_set_id (BL_RECORD (self), id);
  return self;
}

BlStatus *
bl_library_get_status (BlLibrary *self, int year)
{
  GListModel *statuses = bl_record_get_list (BL_RECORD (self), "statuses");
  guint n = g_list_model_get_n_items (statuses);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) status = g_list_model_get_item (statuses, i);
      gint64 of;

      if (bl_record_get_integer (status, "year", &of) && of == year)
        return BL_STATUS (status); /* the list holds it */
    }
  return NULL;
}

BlFigure *
bl_library_get_figure (BlLibrary *self, BlFigureKind kind, const char *period)
{
  GListModel *figures = bl_record_get_list (BL_RECORD (self), "figures");
  guint n = g_list_model_get_n_items (figures);
  BlRecord *best = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlRecord) figure = g_list_model_get_item (figures, i); /* the list holds it */
      const char *of = bl_record_get_text (figure, "period");
      gboolean whole = !bl_record_is_known (figure, "months");

      if ((BlFigureKind) bl_record_get_enum (figure, "kind") != kind || !bl_record_is_known (figure, "number"))
        continue;
      if (period != NULL && g_strcmp0 (of, period) == 0)
        return BL_FIGURE (figure);
      if (period == NULL
          && (best == NULL || (whole && bl_record_is_known (best, "months"))
              || (whole == !bl_record_is_known (best, "months")
                  && g_strcmp0 (of, bl_record_get_text (best, "period")) > 0)))
        best = figure;
    }
  return best != NULL ? BL_FIGURE (best) : NULL;
}

BlOperation
bl_library_get_operation (BlLibrary *self, int year)
{
  BlStatus *status = bl_library_get_status (self, year);

  return status == NULL ? BL_OPERATION_UNKNOWN : bl_record_get_enum (BL_RECORD (status), "operation");
}

gboolean
bl_library_is_open (BlLibrary *self, int year)
{
  return bl_library_get_operation (self, year) != BL_OPERATION_UNKNOWN;
}

gboolean
bl_library_is_statutory (BlLibrary *self, int year)
{
  BlStatus *status = bl_library_get_status (self, year);
  gboolean statutory = FALSE;

  return status != NULL && bl_record_get_enum (BL_RECORD (status), "operation") != BL_OPERATION_UNKNOWN
         && bl_record_get_boolean (BL_RECORD (status), "statutory", &statutory) && statutory;
}

gboolean
bl_library_get_point (BlLibrary *self, BlPoint *point)
{
  BlPoint at;

  if (!bl_record_get_real (BL_RECORD (self), "easting", &at.x)
      || !bl_record_get_real (BL_RECORD (self), "northing", &at.y))
    return FALSE;
  if (point != NULL)
    *point = at;
  return TRUE;
}

const char *
bl_library_get_day (BlLibrary *self, guint day)
{
  g_return_val_if_fail (day < 7, NULL);

  return bl_record_get_text (BL_RECORD (self), bl_library_days[day]);
}

const char *
bl_library_get_day_class (BlLibrary *self, guint day)
{
  g_return_val_if_fail (day < 7, NULL);

  return bl_record_get_text (BL_RECORD (self), day_classes[day]);
}

gboolean
bl_library_get_week_hours (BlLibrary *self, double *hours)
{
  guint minutes = 0;

  for (guint i = 0; i < 7; i++)
    {
      const char *text = bl_library_get_day (self, i);
      BlOpeningDay day;

      if (text == NULL || !bl_opening_day_from_text (text, &day, NULL))
        return bl_record_get_real (BL_RECORD (self), "hours", hours);
      minutes += bl_opening_day_minutes (&day);
    }
  if (hours != NULL)
    *hours = minutes / 60.0;
  return TRUE;
}
