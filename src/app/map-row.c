/* map-row.c: one area in the table below the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "map-figures.h"
#include "map-words.h"
#include "text.h"

struct _BlMapRow
{
  GObject parent_instance;

  guint area;
  int nearest;
  char *texts[BL_MAP_N_COLUMNS];
  double numbers[BL_MAP_N_COLUMNS];
  gboolean has_colour;
  GdkRGBA colour;
  BlMapColumn marked;
};

G_DEFINE_FINAL_TYPE (BlMapRow, bl_map_row, G_TYPE_OBJECT)

/* The first properties are the texts, in the order of BlMapColumn. */
enum
{
  PROP_0,
  PROP_COLOUR = BL_MAP_N_COLUMNS + 1,
  PROP_VALUE_MARKED,
  PROP_NEAREST_MARKED,
  PROP_WITHIN_CLASSES,
  PROP_WITHIN_ICON,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static gboolean
is_beyond (BlMapRow *self)
{
  return self->numbers[BL_MAP_COLUMN_WITHIN] == 0;
}

static const char *
get_within_icon (BlMapRow *self)
{
  if (isnan (self->numbers[BL_MAP_COLUMN_WITHIN]))
    return NULL;
  return is_beyond (self) ? "window-close-symbolic" : "object-select-symbolic";
}

static const char *const *
get_within_classes (BlMapRow *self)
{
  static const char *const plain[] = { NULL };
  static const char *const warn[] = { "warn-text", "heading", NULL };

  return is_beyond (self) ? warn : plain;
}

static void
bl_map_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlMapRow *self = BL_MAP_ROW (object);

  switch (id)
    {
    case PROP_COLOUR:
      g_value_set_boxed (value, self->has_colour ? &self->colour : NULL);
      break;
    case PROP_VALUE_MARKED:
      g_value_set_boolean (value, self->marked == BL_MAP_COLUMN_VALUE);
      break;
    case PROP_NEAREST_MARKED:
      g_value_set_boolean (value, self->marked == BL_MAP_COLUMN_NEAREST);
      break;
    case PROP_WITHIN_CLASSES:
      g_value_set_boxed (value, get_within_classes (self));
      break;
    case PROP_WITHIN_ICON:
      g_value_set_string (value, get_within_icon (self));
      break;
    default:
      if (id <= BL_MAP_N_COLUMNS)
        g_value_set_string (value, self->texts[id - 1]);
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_row_finalize (GObject *object)
{
  BlMapRow *self = BL_MAP_ROW (object);

  for (guint i = 0; i < BL_MAP_N_COLUMNS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (bl_map_row_parent_class)->finalize (object);
}

static void
bl_map_row_class_init (BlMapRowClass *klass)
{
  static const char *const names[BL_MAP_N_COLUMNS]
      = { "area",    "people", "value", "group", "second", "distance",
            "minutes", "nearest", "young", "old",   "within" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bl_map_row_get_property;
  object_class->finalize = bl_map_row_finalize;

  for (guint i = 0; i < BL_MAP_N_COLUMNS; i++)
    properties[i + 1] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  properties[PROP_COLOUR] = g_param_spec_boxed ("colour", NULL, NULL, GDK_TYPE_RGBA, flags);
  properties[PROP_VALUE_MARKED] = g_param_spec_boolean ("value-marked", NULL, NULL, FALSE, flags);
  properties[PROP_NEAREST_MARKED] = g_param_spec_boolean ("nearest-marked", NULL, NULL, FALSE, flags);
  properties[PROP_WITHIN_CLASSES] = g_param_spec_boxed ("within-classes", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_WITHIN_ICON] = g_param_spec_string ("within-icon", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bl_map_row_init (BlMapRow *self)
{
  self->nearest = -1;
  self->marked = BL_MAP_N_COLUMNS;
  for (guint i = 0; i < BL_MAP_N_COLUMNS; i++)
    self->numbers[i] = NAN;
}

BlMapRow *
bl_map_row_new (const BlFacts *facts,
                const BlAccess *access,
                const BlAreaValue *value,
                const BlAreaValue *second,
                guint area)
{
  BlMapRow *self = g_object_new (BL_TYPE_MAP_ROW, NULL);
  int index = (int) area;

  self->area = area;
  self->numbers[BL_MAP_COLUMN_PEOPLE] = facts->population != NULL ? facts->population[area] : NAN;
  self->numbers[BL_MAP_COLUMN_VALUE] = value != NULL ? value->numbers[area] : NAN;
  self->numbers[BL_MAP_COLUMN_SECOND] = second != NULL ? second->numbers[area] : NAN;
  self->numbers[BL_MAP_COLUMN_YOUNG] = bl_map_figures_percent_of_area (facts, "aged_0_15", index);
  self->numbers[BL_MAP_COLUMN_OLD] = bl_map_figures_percent_of_area (facts, "aged_60_plus", index);
  if (access != NULL && access->nearest[area] >= 0)
    {
      self->nearest = access->nearest[area];
      self->numbers[BL_MAP_COLUMN_DISTANCE] = access->distance[area];
      self->numbers[BL_MAP_COLUMN_MINUTES] = access->minutes[area];
      if (!isnan (access->distance[area]))
        self->numbers[BL_MAP_COLUMN_WITHIN] = access->distance[area] <= BL_MILE;
    }

  self->texts[BL_MAP_COLUMN_AREA] = g_strdup (bl_map_figures_area_name (facts, index));
  self->texts[BL_MAP_COLUMN_PEOPLE] = bl_map_words_number (self->numbers[BL_MAP_COLUMN_PEOPLE]);
  self->texts[BL_MAP_COLUMN_VALUE] = value != NULL ? bl_area_value_to_text (value, area) : NULL;
  self->texts[BL_MAP_COLUMN_SECOND] = second != NULL ? bl_area_value_to_text (second, area) : NULL;
  self->texts[BL_MAP_COLUMN_DISTANCE] = bl_map_words_number (self->numbers[BL_MAP_COLUMN_DISTANCE]);
  self->texts[BL_MAP_COLUMN_MINUTES]
      = isnan (self->numbers[BL_MAP_COLUMN_MINUTES])
            ? g_strdup (_ ("not known"))
            : bl_text_number (self->numbers[BL_MAP_COLUMN_MINUTES],
                              self->numbers[BL_MAP_COLUMN_MINUTES] < 10 ? 1 : 0);
  self->texts[BL_MAP_COLUMN_NEAREST] = self->nearest >= 0
                                           ? bl_text_short_library_name (facts->libraries[self->nearest].name)
                                           : g_strdup (_ ("not known"));
  for (guint column = BL_MAP_COLUMN_YOUNG; column <= BL_MAP_COLUMN_OLD; column++)
    {
      double percent = self->numbers[column];

      /* TRANSLATORS: a whole number of percent */
      self->texts[column]
          = isnan (percent) ? g_strdup (_ ("not known")) : g_strdup_printf (_ ("%.0f%%"), percent);
    }
  self->texts[BL_MAP_COLUMN_WITHIN] = g_strdup (isnan (self->numbers[BL_MAP_COLUMN_WITHIN]) ? _ ("not known")
                                                : is_beyond (self)                          ? _ ("No")
                                                                                            : _ ("Yes"));
  return self;
}

guint
bl_map_row_get_area (BlMapRow *self)
{
  g_return_val_if_fail (BL_IS_MAP_ROW (self), 0);

  return self->area;
}

int
bl_map_row_get_nearest (BlMapRow *self)
{
  g_return_val_if_fail (BL_IS_MAP_ROW (self), -1);

  return self->nearest;
}

const char *
bl_map_row_get_text (BlMapRow *self, BlMapColumn column)
{
  g_return_val_if_fail (BL_IS_MAP_ROW (self), NULL);
  g_return_val_if_fail (column < BL_MAP_N_COLUMNS, NULL);

  return self->texts[column];
}

double
bl_map_row_get_number (BlMapRow *self, BlMapColumn column)
{
  g_return_val_if_fail (BL_IS_MAP_ROW (self), NAN);
  g_return_val_if_fail (column < BL_MAP_N_COLUMNS, NAN);

  return self->numbers[column];
}

void
bl_map_row_set_group (BlMapRow *self, const char *group, int order)
{
  g_return_if_fail (BL_IS_MAP_ROW (self));

  g_free (self->texts[BL_MAP_COLUMN_GROUP]);
  self->texts[BL_MAP_COLUMN_GROUP] = g_strdup (group);
  self->numbers[BL_MAP_COLUMN_GROUP] = group != NULL ? order : NAN;
  g_object_notify_by_pspec (G_OBJECT (self), properties[BL_MAP_COLUMN_GROUP + 1]);
}

void
bl_map_row_set_colour (BlMapRow *self, const BlColour *colour, BlMapColumn column)
{
  g_return_if_fail (BL_IS_MAP_ROW (self));

  self->has_colour = colour != NULL;
  if (colour != NULL)
    self->colour = (GdkRGBA){ (float) colour->r, (float) colour->g, (float) colour->b, 1 };
  self->marked = column;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOUR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE_MARKED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEAREST_MARKED]);
}

int
bl_map_row_compare (BlMapRow *a, BlMapRow *b, BlMapColumn column)
{
  double first, second;

  g_return_val_if_fail (BL_IS_MAP_ROW (a), 0);
  g_return_val_if_fail (BL_IS_MAP_ROW (b), 0);

  if (column == BL_MAP_COLUMN_AREA || column == BL_MAP_COLUMN_NEAREST)
    return g_utf8_collate (a->texts[column], b->texts[column]);
  first = a->numbers[column];
  second = b->numbers[column];
  if (isnan (first) || isnan (second))
    return (isnan (first) ? 1 : 0) - (isnan (second) ? 1 : 0);
  return (first > second) - (first < second);
}
