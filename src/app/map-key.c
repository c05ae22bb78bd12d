/* map-key.c: what colours and shapes on the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-key.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "map-mark.h"
#include "marker-image.h"
#include "text.h"
#include "theme.h"
#include "two-way-key.h"

#define BAR_HEIGHT 11
#define IN_LINE 3
#define NINE_WIDTH 220

struct _BlMapKey
{
  GtkWidget parent_instance;

  GtkLabel *title, *date, *low_words, *high_words, *people_word, *few, *unknown, *sentence;
  GtkGrid *groups;
  GtkDrawingArea *nine;
  GtkWidget *words, *few_row, *few_mark, *unknown_row, *key_part;
  GtkBox *key;
  gboolean compact;
  gboolean has_people, has_words;
  gboolean upright; /* the groups stand below one another */
  guint n_keys;
  /* Of a map of two values. */
  BlTwoWay *two_way;
  char *first, *second;
};

G_DEFINE_FINAL_TYPE (BlMapKey, bl_map_key, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
empty (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    gtk_widget_unparent (child);
}

/* Row 2 of the grid holds people; where the groups are upright, column 2. */
static void
update_compact (BlMapKey *self)
{
  for (int i = 0; i < BL_CLASSES_MAX; i++)
    {
      GtkWidget *people = self->upright ? gtk_grid_get_child_at (self->groups, 2, i)
                                        : gtk_grid_get_child_at (self->groups, i, 2);

      if (people != NULL)
        gtk_widget_set_visible (people, !self->compact);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->people_word), self->has_people && !self->compact);
  /* No empty line where nothing stands in it. */
  gtk_widget_set_visible (self->words, self->has_words
                                           && (*gtk_label_get_text (self->low_words) != '\0'
                                               || *gtk_label_get_text (self->high_words) != '\0'
                                               || gtk_widget_get_visible (GTK_WIDGET (self->people_word))));
  gtk_widget_set_visible (self->key_part, self->n_keys > 0 && !self->compact);
}

static void
attach (BlMapKey *self, GtkWidget *widget, int group, int part)
{
  gtk_grid_attach (self->groups, widget, self->upright ? part : group, self->upright ? group : part, 1, 1);
}

static void
add_group (BlMapKey *self, int place, const BlClasses *classes, guint group, const BlColour *colour)
{
  GtkWidget *bar = bl_map_mark_new_colour (colour);
  g_autofree char *people
      = isnan (classes->people[group]) ? NULL : bl_text_number (classes->people[group], 0);
  GtkWidget *label = new_label (classes->labels[group], NULL);

  bl_map_mark_set_size (BL_MAP_MARK (bar), self->upright ? 22 : 40, BAR_HEIGHT);
  gtk_widget_set_hexpand (bar, !self->upright);
  gtk_widget_set_margin_bottom (bar, 1);
  attach (self, bar, place, 0);
  gtk_widget_set_margin_start (label, 3);
  gtk_widget_set_margin_end (label, 3);
  if (self->upright)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
    }
  attach (self, label, place, 1);
  if (people != NULL)
    {
      GtkWidget *number = new_label (people, NULL);

      gtk_widget_set_margin_start (number, 3);
      gtk_widget_set_margin_end (number, 3);
      if (self->upright)
        gtk_label_set_xalign (GTK_LABEL (number), 1);
      attach (self, number, place, 2);
      self->has_people = TRUE;
    }
}

/* Side by side the words of many groups, or long ones, would make the legend wider than the map. */
static gboolean
are_long (const BlClasses *classes)
{
  glong letters = 0;

  for (guint i = 0; i < classes->n; i++)
    letters += MAX (g_utf8_strlen (classes->labels[i], -1), 6) + 1;
  return letters > 46;
}

static void
show_pattern (GtkWidget *row, GtkLabel *label, char *words, gboolean shown)
{
  gtk_label_set_text (label, words);
  gtk_widget_set_visible (row, shown);
  g_free (words);
}

static void
show_missing (BlMapKey *self, guint unknown, guint few)
{
  show_pattern (self->unknown_row, self->unknown,
                g_strdup_printf (ngettext ("No data: %u area", "No data: %u areas", unknown), unknown), unknown > 0);
  show_pattern (self->few_row, self->few,
                g_strdup_printf (ngettext ("Fewer than 5: %u area", "Fewer than 5: %u areas", few), few), few > 0);
}

static double
measure_nine (BlMapKey *self, cairo_t *cr, double width, const BlPalette *palette)
{
  return bl_two_way_key_paint (cr, 0, 0, width, self->two_way, self->first, self->second,
                               bl_theme_get_text_scale (GTK_WIDGET (self)), palette);
}

static void
draw_nine (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BlMapKey *self = data;

  if (self->two_way != NULL)
    measure_nine (self, cr, width, bl_theme_get_palette (GTK_WIDGET (self)));
}

static void
size_nine (GtkWidget *widget)
{
  BlMapKey *self = BL_MAP_KEY (widget);
  double scale = bl_theme_get_text_scale (widget);
  cairo_surface_t *surface;
  cairo_t *cr;
  int width = (int) (NINE_WIDTH * scale);

  gtk_widget_set_visible (GTK_WIDGET (self->nine), self->two_way != NULL);
  if (self->two_way == NULL)
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (surface);
  gtk_drawing_area_set_content_width (self->nine, width);
  gtk_drawing_area_set_content_height (self->nine, (int) ceil (measure_nine (self, cr, width, NULL)));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  gtk_widget_queue_draw (GTK_WIDGET (self->nine));
}

/* The nine numbers in words, for those who do not see them. */
static char *
describe_nine (const BlTwoWay *two_way, const char *first, const char *second)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < BL_TWO_WAY_GROUPS; i++)
    {
      g_autofree char *number = bl_text_number (isnan (two_way->people[i]) ? two_way->areas[i] : two_way->people[i], 0);

      /* TRANSLATORS: a value, its third, another value, its third, a number of people */
      g_string_append_printf (text, _ ("%s %s, %s %s: %s. "), first, _ (bl_two_way_get_third (i % 3)), second,
                              _ (bl_two_way_get_third (i / 3)), number);
    }
  return g_strchomp (g_string_free (text, FALSE));
}

static void
start (BlMapKey *self, const char *title, const char *date, const char *sentence)
{
  empty (GTK_WIDGET (self->groups));
  self->has_people = FALSE;
  g_clear_pointer (&self->two_way, bl_two_way_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->second, g_free);
  gtk_label_set_text (self->title, title);
  /* A title often holds its year. */
  gtk_label_set_text (self->date, date != NULL ? date : "");
  gtk_widget_set_visible (GTK_WIDGET (self->date), date != NULL && strstr (title, date) == NULL);
  gtk_label_set_text (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
}

/* Three in a line, and what filled means after the last where there is room. */
static void
add_key (BlMapKey *self, const BlMarkerLook *look, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *image = bl_marker_image_new ();
  GtkWidget *line = gtk_widget_get_last_child (GTK_WIDGET (self->key));

  bl_marker_image_set_look (BL_MARKER_IMAGE (image), look);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), new_label (word, NULL));
  if (self->n_keys % IN_LINE == 0)
    {
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
      gtk_box_append (self->key, line);
    }
  gtk_box_append (GTK_BOX (line), box);
  self->n_keys++;
}

static void
end_key (BlMapKey *self)
{
  GtkWidget *line = gtk_widget_get_last_child (GTK_WIDGET (self->key));
  GtkWidget *filled = new_label (_ ("Filled: statutory. Hollow: not."), "dim-label");

  gtk_widget_set_hexpand (filled, TRUE);
  gtk_label_set_xalign (GTK_LABEL (filled), self->n_keys % IN_LINE == 1 ? 1 : 0);
  if (self->n_keys % IN_LINE == 1)
    gtk_box_append (GTK_BOX (line), filled);
  else
    gtk_box_append (self->key, filled);
}

static void
bl_map_key_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlMapKey *self = BL_MAP_KEY (object);

  switch (id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_key_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlMapKey *self = BL_MAP_KEY (object);

  switch (id)
    {
    case PROP_COMPACT:
      if (self->compact == g_value_get_boolean (value))
        return;
      self->compact = g_value_get_boolean (value);
      update_compact (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_map_key_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BL_TYPE_MAP_KEY);
  G_OBJECT_CLASS (bl_map_key_parent_class)->dispose (object);
}

static void
bl_map_key_finalize (GObject *object)
{
  BlMapKey *self = BL_MAP_KEY (object);

  bl_two_way_free (self->two_way);
  g_free (self->first);
  g_free (self->second);
  G_OBJECT_CLASS (bl_map_key_parent_class)->finalize (object);
}

static void
bl_map_key_class_init (BlMapKeyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bl_map_key_get_property;
  object_class->set_property = bl_map_key_set_property;
  object_class->dispose = bl_map_key_dispose;
  object_class->finalize = bl_map_key_finalize;

  properties[PROP_COMPACT] = g_param_spec_boolean (
      "compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (BL_TYPE_MAP_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/map-key.ui");
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, title);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, date);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, groups);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, words);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, low_words);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, people_word);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, high_words);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, nine);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, few_row);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, few);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, few_mark);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, unknown_row);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, unknown);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, sentence);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, key_part);
  gtk_widget_class_bind_template_child (widget_class, BlMapKey, key);
  gtk_widget_class_set_css_name (widget_class, "map-key");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bl_map_key_init (BlMapKey *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  bl_map_mark_set_few (BL_MAP_MARK (self->few_mark));
  gtk_drawing_area_set_draw_func (self->nine, draw_nine, self, NULL);
  bl_theme_connect (GTK_WIDGET (self), size_nine);
}

void
bl_map_key_set_value (BlMapKey *self,
                      const char *title,
                      const char *date,
                      const char *sentence,
                      const BlClasses *classes,
                      const BlMapShading *shading)
{
  g_return_if_fail (BL_IS_MAP_KEY (self));

  start (self, title, date, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->groups), classes != NULL);
  self->has_words = classes != NULL;
  show_missing (self, classes != NULL ? classes->unknown : 0, classes != NULL ? classes->few : 0);
  size_nine (GTK_WIDGET (self));

  if (classes != NULL)
    {
      self->upright = are_long (classes);
      gtk_grid_set_column_homogeneous (self->groups, !self->upright);
      /* From the lowest figure to the highest, whichever of them is the most need. */
      for (guint i = 0; i < classes->n; i++)
        {
          guint group = classes->low_is_most ? classes->n - 1 - i : i;

          add_group (self, (int) i, classes, group, &shading->fills[group]);
        }
      gtk_label_set_text (self->low_words, classes->low_words != NULL ? classes->low_words : "");
      gtk_label_set_text (self->high_words, classes->high_words != NULL ? classes->high_words : "");
    }
  update_compact (self);
}

void
bl_map_key_set_two_way (BlMapKey *self,
                        const char *first,
                        const char *second,
                        const char *sentence,
                        const BlTwoWay *two_way)
{
  g_autofree char *words = NULL;

  g_return_if_fail (BL_IS_MAP_KEY (self));
  g_return_if_fail (two_way != NULL);

  start (self, _ ("Two values"), NULL, sentence);
  self->two_way = bl_two_way_copy (two_way);
  self->first = g_strdup (first);
  self->second = g_strdup (second);
  gtk_widget_set_visible (GTK_WIDGET (self->groups), FALSE);
  self->has_words = FALSE;
  gtk_widget_set_visible (self->words, FALSE);
  show_missing (self, two_way->unknown, two_way->few);
  words = describe_nine (two_way, first, second);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->nine), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("People by thirds of two values"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  size_nine (GTK_WIDGET (self));
  update_compact (self);
}

void
bl_map_key_set_libraries (BlMapKey *self, const BlFacts *facts)
{
  static const struct
  {
    BlOperation operation;
    const char *word;
  } words[] = {
    { BL_OPERATION_COUNCIL, N_ ("Council") },
    { BL_OPERATION_COUNCIL_UNSTAFFED, N_ ("Without staff") },
    { BL_OPERATION_COMMISSIONED, N_ ("Commissioned") },
    { BL_OPERATION_COMMUNITY, N_ ("Community") },
    { BL_OPERATION_INDEPENDENT, N_ ("Independent") },
    { BL_OPERATION_UNKNOWN, N_ ("Closed") },
  };

  g_return_if_fail (BL_IS_MAP_KEY (self));

  empty (GTK_WIDGET (self->key));
  self->n_keys = 0;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint all = 0, statutory = 0;

      for (guint j = 0; facts != NULL && j < facts->n_libraries; j++)
        {
          const BlFactsLibrary *library = &facts->libraries[j];
          BlOperation operation = library->open ? library->operation : BL_OPERATION_UNKNOWN;

          if (library->nearby || !library->located || library->type != BL_LIBRARY_TYPE_STATIC
              || operation != words[i].operation)
            continue;
          all++;
          statutory += library->statutory;
        }
      if (all > 0)
        {
          /* Filled unless every one of them is hollow. */
          BlMarkerLook look = { .operation = words[i].operation, .statutory = statutory > 0 };

          add_key (self, &look, _ (words[i].word));
        }
    }
  if (self->n_keys > 0)
    end_key (self);
  update_compact (self);
}
