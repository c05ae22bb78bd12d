/* targets.c: where a column of a file can go, and the names by which it is known
 *
 * The one table of synonyms. Names are in the form of bl_target_normalise().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "targets.h"

#include "named-period.h"
#include "series-read.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *title;    /* N_() */
  const char *synonyms; /* "|" between */
} Target;

static const Target library_targets[] = {
  { "name", N_ ("Name"), "library name|name|namr|library|branch|branch name|name of library|site name|venue" },
  { "service", N_ ("Service"),
    "reporting service|local authority|library service|authority|service|council|library authority|local authority name" },
  { "service-code", N_ ("Code of the service"),
    "reporting service code|local authority code|authority code|service code|gss code|council code" },
  { "service-other", N_ ("Other name of the service"), "upper tier local authority|upper tier authority" },
  { "type", N_ ("Kind of library"), "type|library type|kind of library" },
  { "operation", N_ ("Run by"), "type of library|operation|run by|operated by|operation type|management" },
  { "statutory", N_ ("Statutory"), "statutory|statutory library|part of statutory service" },
  { "address", N_ ("Address"), "address|address 1|address1|address line 1|postal address|street|address street" },
  { "address-2", N_ ("Address, second line"), "address 2|address2|address line 2|town|town city" },
  { "address-3", N_ ("Address, third line"), "address 3|address3|address line 3|county" },
  { "postcode", N_ ("Postcode"), "postcode|post code|postal code|pcd|pcds" },
  { "uprn", N_ ("UPRN"),
    "uprn|unique property reference number|unique property reference number uprn|uprn number" },
  { "easting", N_ ("Easting"), "easting|eastings|x easting|geox|oseasting|grid easting" },
  { "northing", N_ ("Northing"), "northing|northings|y northing|geoy|osnorthing|grid northing" },
  { "longitude", N_ ("Longitude"), "longitude|long|lon|lng" },
  { "latitude", N_ ("Latitude"), "latitude|lat" },
  { "opened", N_ ("Year opened"), "year opened|opened|year of opening|date opened" },
  { "closed", N_ ("Year closed"), "year closed|closed|year of closing|date closed" },
  { "monday", N_ ("Opening hours, Monday"), NULL },
  { "tuesday", N_ ("Opening hours, Tuesday"), NULL },
  { "wednesday", N_ ("Opening hours, Wednesday"), NULL },
  { "thursday", N_ ("Opening hours, Thursday"), NULL },
  { "friday", N_ ("Opening hours, Friday"), NULL },
  { "saturday", N_ ("Opening hours, Saturday"), NULL },
  { "sunday", N_ ("Opening hours, Sunday"), NULL },
  { "monday-unstaffed", N_ ("Unstaffed hours, Monday"), NULL },
  { "tuesday-unstaffed", N_ ("Unstaffed hours, Tuesday"), NULL },
  { "wednesday-unstaffed", N_ ("Unstaffed hours, Wednesday"), NULL },
  { "thursday-unstaffed", N_ ("Unstaffed hours, Thursday"), NULL },
  { "friday-unstaffed", N_ ("Unstaffed hours, Friday"), NULL },
  { "saturday-unstaffed", N_ ("Unstaffed hours, Saturday"), NULL },
  { "sunday-unstaffed", N_ ("Unstaffed hours, Sunday"), NULL },
  { "monday-class", N_ ("Kind of opening, Monday"), NULL },
  { "tuesday-class", N_ ("Kind of opening, Tuesday"), NULL },
  { "wednesday-class", N_ ("Kind of opening, Wednesday"), NULL },
  { "thursday-class", N_ ("Kind of opening, Thursday"), NULL },
  { "friday-class", N_ ("Kind of opening, Friday"), NULL },
  { "saturday-class", N_ ("Kind of opening, Saturday"), NULL },
  { "sunday-class", N_ ("Kind of opening, Sunday"), NULL },
  { "hours", N_ ("Hours open a week"), "hours open per week|hours per week|opening hours per week|total hours|hours" },
  { "staffed-hours", N_ ("Staffed hours a week"), "staffed hours per week|staffed hours" },
  { "operating-organisation", N_ ("Organisation that runs it"), "operating organisation|operator|organisation" },
  { "department", N_ ("Department"), "department|directorate" },
  { "new-build", N_ ("New building"), "new build|new build in 2022|new building" },
  { "co-located", N_ ("Shares its building"), "co located|colocated|shared building" },
  { "co-located-with", N_ ("Shares its building with"), "co located with|co located other text|shared with" },
  { "co-located-flag", N_ ("Shares its building with what the column says"), NULL },
  { "automated", N_ ("Automated"), "automated|self service|open plus" },
  { "email", N_ ("Email"), "email|email address|contact email|e mail" },
  { "url", N_ ("Web page"), "url|website|web site|web page|url of library website|website url" },
  { "contact", N_ ("Email or web page"), "email or website" },
  { "rural-urban", N_ ("Rural or urban, code"), "rural urban classification code|ruc code|ruc11cd" },
  { "rural-urban-title", N_ ("Rural or urban"), "rural urban classification description|rural urban classification|ruc11" },
  { "running-cost", N_ ("Running cost, pounds a year"),
    "running cost|annual cost|cost|net cost|annual running cost|running cost pounds a year" },
  { "notes", N_ ("Notes"), "notes|note|comments|remarks" },
};

#define CODE_SYNONYMS                                                                                                  \
  "code|area code|lsoa|lsoa code|lsoa11cd|lsoa21cd|lsoa code 2011|lsoa code 2021|lsoa 2011 code|lsoa11|lsoa21|"         \
  "oa11cd|oa21cd|oa code|output area|msoa11cd|msoa21cd|msoa code|geography code|gss code|areacd|area cd|"              \
  "lsoa11code|geo code|mnemonic|feature code|lower layer super output areas code"
#define NAME_SYNONYMS                                                                                                  \
  "name|area name|lsoa name|lsoa11nm|lsoa21nm|lsoa name 2011|lsoa name 2021|msoa11nm|msoa21nm|msoa name|"              \
  "geography|geography name|areanm"
#define DISTRICT_CODE_SYNONYMS                                                                                         \
  "local authority district code 2019|lad19cd|lad11cd|lad20cd|lad21cd|lad22cd|lad23cd|ladcd|lad code|district code|"   \
  "local authority district code|la code|local authority code|lad24cd|utla23cd|utlacd"
#define DISTRICT_NAME_SYNONYMS                                                                                         \
  "local authority district name 2019|lad19nm|lad11nm|lad20nm|lad21nm|lad22nm|lad23nm|ladnm|lad name|district name|"   \
  "local authority district name|la name|local authority name|lad24nm|utla23nm|utlanm|district"

static const Target area_targets[] = {
  { "code", N_ ("Code of the area"), CODE_SYNONYMS },
  { "name", N_ ("Name of the area"), NAME_SYNONYMS },
};

static const Target point_targets[] = {
  { "code", N_ ("Code of the area"), CODE_SYNONYMS },
  { "name", N_ ("Name of the area"), NAME_SYNONYMS },
  { "x", N_ ("Easting or longitude"), "x|easting|eastings|longitude|long|lon|lng|x coord|x coordinate|geox" },
  { "y", N_ ("Northing or latitude"), "y|northing|northings|latitude|lat|y coord|y coordinate|geoy" },
  { "district-code", N_ ("Code of the district"), DISTRICT_CODE_SYNONYMS },
  { "district-name", N_ ("Name of the district"), DISTRICT_NAME_SYNONYMS },
};

static const Target value_targets[] = {
  { "code", N_ ("Code of the area"), CODE_SYNONYMS },
  { "name", N_ ("Name of the area"), NAME_SYNONYMS },
  { "value:population", N_ ("Population"),
    "pop|population|all ages|total population|all persons|persons|total persons|population total|all usual residents" },
  { "value:aged_0_15", N_ ("People aged 0 to 15"),
    "dependent children aged 0 15 mid 2015 excluding prisoners|aged 0 15|aged 0 to 15|0 15|children 0 15|age 0 15" },
  { "value:aged_16_59", N_ ("People aged 16 to 59"),
    "population aged 16 59 mid 2015 excluding prisoners|aged 16 59|aged 16 to 59|16 59|age 16 59" },
  { "value:aged_60_plus", N_ ("People aged 60 and over"),
    "older population aged 60 and over mid 2015 excluding prisoners|aged 60|aged 60 plus|aged 60 and over|60 plus|60" },
  { "value:imd_rank", N_ ("Deprivation, rank"),
    "index of multiple deprivation imd rank|index of multiple deprivation imd rank where 1 is most deprived|imd rank|"
    "imd19rank|imd rank 2019" },
  { "value:imd_decile", N_ ("Deprivation, decile"),
    "index of multiple deprivation imd decile|index of multiple deprivation imd decile where 1 is most deprived 10 of "
    "lsoas|index of multiple deprivation decile|imd decile|imd19decile|imd decile 2019" },
};

#define LIBRARY_SYNONYMS                                                                                               \
  "library name|name|library|branch|branch name|name of library|site name|site|service point|registered library|"       \
  "home library|library branch"
#define SERVICE_SYNONYMS                                                                                               \
  "local authority|reporting service|library service|authority|service|council|library authority|"                     \
  "local authority name|registered authority|organisation"
#define SERVICE_CODE_SYNONYMS "reporting service code|local authority code|authority code|service code|council code"

static const Target figure_targets[] = {
  { "name", N_ ("Name of the library"), LIBRARY_SYNONYMS },
  { "service", N_ ("Service"), SERVICE_SYNONYMS },
  { "service-code", N_ ("Code of the service"), SERVICE_CODE_SYNONYMS },
  { "period", N_ ("Month or year"), "month|year|period|financial year|month issued|month of count|date|time period" },
  { "start", N_ ("First day of the count"), "count start|start|start date|from|count start date|period start" },
  { "end", N_ ("Last day of the count"), "count end|end|end date|to|count end date|period end" },
  { "item", N_ ("Kind of item"), "type|item type|category|format|collection" },
  { "figure:visits", N_ ("Visits"),
    "visits|physical visits|visitors|visit count|number of visits|footfall|total visits|library visits|visitor count" },
  { "figure:loans", N_ ("Loans"),
    "loans|issues|total issues|total loans|number of loans|number of issues|book issues|book loans|physical loans|"
    "loans and renewals|issues and renewals" },
  { "figure:members", N_ ("Members"),
    "members|active members|borrowers|active borrowers|registered members|users|number of members" },
  { "figure:computer-hours", N_ ("Hours of computer use"),
    "computer hours|hours of computer use|computer use hours|pc hours|pn hours|people s network hours|computer sessions hours" },
  { "figure:enquiries", N_ ("Enquiries"), "enquiries|enquiry|number of enquiries|total enquiries" },
  { "figure:attendances", N_ ("Attendances at events"),
    "attendances|attendance|event attendances|attendances at events|event attendance|attendees" },
  { "running-cost", N_ ("Running cost, pounds a year"),
    "running cost|annual cost|cost|net cost|annual running cost|running cost pounds a year|net expenditure" },
  { "floor-area", N_ ("Floor area, square metres"),
    "floor area|floor area m2|floor area sqm|floor area square metres|gross internal area|gia|floor space|"
    "floorspace|area m2|size m2" },
};

static const Target member_targets[] = {
  { "code", N_ ("Code of the area"), CODE_SYNONYMS "|lsoa code of member|home lsoa" },
  { "library", N_ ("Library"),
    "library name|library|branch|branch name|home library|registered library|home branch|library branch|issuing library" },
  { "service", N_ ("Service"), SERVICE_SYNONYMS },
  { "service-code", N_ ("Code of the service"), SERVICE_CODE_SYNONYMS },
  { "count", N_ ("Number of people"),
    "members|active members|registered members|borrowers|active borrowers|users|cardholders|loans|issues" },
  { "count-date", N_ ("Date of the count"), "count date|date of count|date" },
};

static const Target stop_targets[] = {
  { "name", N_ ("Name of the stop"), "stop|stop name|name|location|venue|stopping place" },
  { "community", N_ ("Community"), "community|village|town|place|parish|locality" },
  { "service", N_ ("Service"), SERVICE_SYNONYMS },
  { "service-code", N_ ("Code of the service"), SERVICE_CODE_SYNONYMS },
  { "vehicle", N_ ("Mobile library"), "mobile|vehicle|mobile library|van|library" },
  { "route", N_ ("Route"), "route|route name|route number" },
  { "address", N_ ("Address"), "address|street" },
  { "postcode", N_ ("Postcode"), "postcode|post code|pcd|pcds" },
  { "x", N_ ("Easting or longitude"), "geox|x|longitude|long|lon|lng|easting|eastings" },
  { "y", N_ ("Northing or latitude"), "geoy|y|latitude|lat|northing|northings" },
  { "day", N_ ("Day of the week"), "day|weekday|day of week|day of the week" },
  { "type", N_ ("Kind of stop"), "type|stop type" },
  { "arrival", N_ ("Arrives"), "arrival|arrives|arrive|arrival time|time from|from|start time" },
  { "departure", N_ ("Leaves"), "departure|departs|depart|leaves|departure time|time to|to|end time" },
  { "frequency", N_ ("How often"), "frequency|rrule|how often|recurrence|repeats" },
  { "start", N_ ("First day"), "start|start date|first date|first visit|next visit" },
  { "end", N_ ("Last day"), "end|end date|last date" },
  { "exceptions", N_ ("Days left out"), "exceptions|exclusions|not on" },
  { "timetable", N_ ("Timetable"), "timetable|url|web page|website|link" },
};

static const Target travel_targets[] = {
  { "code", N_ ("Code of the area"), CODE_SYNONYMS "|from id|origin|origin id|area|area id" },
  { "library", N_ ("Library"), "to id|destination|destination id|" LIBRARY_SYNONYMS "|library id|uprn" },
  { "minutes", N_ ("Minutes"),
    "minutes|mins|min|travel time|travel time p50|travel time minutes|travel time min|travel time mins|time minutes|"
    "time min|time mins|duration minutes|duration min|journey time minutes|traveltime" },
  { "seconds", N_ ("Seconds"),
    "seconds|secs|sec|travel time seconds|travel time s|time seconds|time s|duration seconds|duration s|duration sec" },
  { "mode", N_ ("Means of travel"), "mode|travel mode|means|transport|profile|by" },
  { "library-minutes", N_ ("Minutes to the library that the column is called"), NULL },
  { "library-seconds", N_ ("Seconds to the library that the column is called"), NULL },
};

static const Target postcode_targets[] = {
  { "code", N_ ("Postcode"), "pcds|pcd|pcd7|pcd8|pcd2|postcode|post code|pc|postcodes" },
  { "x", N_ ("Easting or longitude"), "oseast1m|east1m|ea|eastings|easting|x|longitude|long|lon|lng" },
  { "y", N_ ("Northing or latitude"), "osnrth1m|north1m|no|northings|northing|y|latitude|lat" },
  { "end-date", N_ ("When it went out of use"), "doterm|date of termination|terminated" },
};

static const Target isochrone_targets[] = {
  { "seconds", N_ ("Time in seconds"), "value|seconds|time seconds|range" },
  { "minutes", N_ ("Time in minutes"), "contour|minutes|mins|time minutes" },
};

static const Target series_targets[] = {
  { "place", N_ ("Library or authority"),
    "library|library name|branch|branch name|name of library|gss code|code|areacd|authority code|local authority code|"
    "authority|local authority|local authority name|authority name|service|library service|council|place|name|area" },
  { "period", N_ ("Month or year"), "period|month|year|financial year|quarter|date" },
  { "start", N_ ("First day"), "count start|start|start date|from" },
  { "end", N_ ("Last day"), "count end|end|end date|to" },
  { "value", N_ ("Value"), "value|count|observation|figure|number|total" },
  { "low", N_ ("Low end of the interval"), "lci 95|low|lower|lower limit|lower confidence limit|lower ci" },
  { "high", N_ ("High end of the interval"), "uci 95|high|upper|upper limit|upper confidence limit|upper ci" },
};

static const char *const weekdays[7]
    = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

static void
get_targets (BlImportKind kind, const Target **targets, guint *n)
{
  switch (kind)
    {
    case BL_IMPORT_LIBRARIES:
      *targets = library_targets, *n = G_N_ELEMENTS (library_targets);
      break;
    case BL_IMPORT_AREAS:
      *targets = area_targets, *n = G_N_ELEMENTS (area_targets);
      break;
    case BL_IMPORT_POINTS:
      *targets = point_targets, *n = G_N_ELEMENTS (point_targets);
      break;
    case BL_IMPORT_VALUES:
      *targets = value_targets, *n = G_N_ELEMENTS (value_targets);
      break;
    case BL_IMPORT_FIGURES:
      *targets = figure_targets, *n = G_N_ELEMENTS (figure_targets);
      break;
    case BL_IMPORT_MEMBERS:
      *targets = member_targets, *n = G_N_ELEMENTS (member_targets);
      break;
    case BL_IMPORT_STOPS:
      *targets = stop_targets, *n = G_N_ELEMENTS (stop_targets);
      break;
    case BL_IMPORT_TRAVEL:
      *targets = travel_targets, *n = G_N_ELEMENTS (travel_targets);
      break;
    case BL_IMPORT_POSTCODES:
      *targets = postcode_targets, *n = G_N_ELEMENTS (postcode_targets);
      break;
    case BL_IMPORT_ISOCHRONES:
      *targets = isochrone_targets, *n = G_N_ELEMENTS (isochrone_targets);
      break;
    case BL_IMPORT_SERIES:
      *targets = series_targets, *n = G_N_ELEMENTS (series_targets);
      break;
    case BL_IMPORT_N_KINDS:
    case BL_IMPORT_UNKNOWN:
    default:
      *targets = NULL, *n = 0;
    }
}

char *
bl_target_normalise (const char *column)
{
  g_autofree char *folded = bl_text_fold (column);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
        g_string_append_c (plain, *p);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  while (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

static gboolean
has_synonym (const char *synonyms, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = synonyms; at != NULL && length > 0; at = strchr (at, '|'))
    {
      if (*at == '|')
        at++;
      if (strncmp (at, name, length) == 0 && (at[length] == '|' || at[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

/* "monday staffed hours" and its like. */
static const char *
find_day_target (const char *name)
{
  static const struct
  {
    const char *rest, *suffix;
  } forms[] = {
    { "", "" },          { " hours", "" },          { " staffed hours", "" },          { " opening hours", "" },
    { " times", "" },    { " open", "" },           { " unstaffed hours", "-unstaffed" }, { " opening times", "-class" },
  };
  for (guint d = 0; d < 7; d++)
    {
      gsize stem = strcspn (name, " ");
      /* "mon", "tues", "thurs" as well as the whole name. */
      if (stem < 3 || stem > strlen (weekdays[d]) || strncmp (name, weekdays[d], stem) != 0)
        continue;
      for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
        if (g_str_equal (name + stem, forms[f].rest))
          {
            g_autofree char *id = g_strconcat (weekdays[d], forms[f].suffix, NULL);
            return g_intern_string (id);
          }
    }
  return NULL;
}

/* "statutory in 2023", "operation in 2019". */
static const char *
find_year_target (const char *name)
{
  static const char *const stems[] = { "statutory", "operation" };

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    if (g_str_has_prefix (name, stems[i]))
      {
        const char *rest = name + strlen (stems[i]);
        if (g_str_has_prefix (rest, " in"))
          rest += strlen (" in");
        if (*rest == ' ' && strlen (rest) == 5 && strspn (rest + 1, "0123456789") == 4)
          return bl_target_with_year (stems[i], (int) g_ascii_strtoll (rest + 1, NULL, 10));
      }
  return NULL;
}

const char *
bl_target_find (BlImportKind kind, const char *column)
{
  g_autofree char *name = bl_target_normalise (column);
  const Target *targets;
  guint n;

  get_targets (kind, &targets, &n);
  for (guint i = 0; i < n; i++)
    if (has_synonym (targets[i].synonyms, name))
      return g_intern_static_string (targets[i].id);
  if (kind == BL_IMPORT_LIBRARIES)
    {
      const char *found = find_day_target (name);
      if (found == NULL)
        found = find_year_target (name);
      if (found == NULL && g_str_has_prefix (name, "co located "))
        found = g_intern_static_string ("co-located-flag");
      return found;
    }
  /* "Visits 2023-24". */
  if (kind == BL_IMPORT_FIGURES)
    {
      g_autofree char *rest = NULL;
      BlNamedPeriod period;
      const char *found = bl_named_period_read (column, TRUE, &period, &rest) && rest != NULL ? bl_target_find (kind, rest) : NULL;
      return found != NULL && g_str_has_prefix (found, "figure:") ? found : NULL;
    }
  return NULL;
}

const char *const *
bl_target_list (BlImportKind kind)
{
  static const char **lists[BL_IMPORT_N_KINDS];
  const Target *targets;
  guint n;

  g_return_val_if_fail (kind < BL_IMPORT_N_KINDS, NULL);

  if (g_once_init_enter (&lists[kind]))
    {
      get_targets (kind, &targets, &n);
      const char **list = g_new0 (const char *, n + 1);
      for (guint i = 0; i < n; i++)
        list[i] = g_intern_static_string (targets[i].id);
      g_once_init_leave (&lists[kind], list);
    }
  return lists[kind];
}

char *
bl_target_title (BlImportKind kind, const char *target)
{
  const Target *targets;
  const char *stem;
  int year = bl_target_get_year (target, &stem);
  guint n;

  if (year != 0)
    return g_strdup_printf (g_str_equal (stem, "operation") ? _ ("Run by, %d") : _ ("Statutory, %d"), year);
  get_targets (kind, &targets, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (targets[i].id, target))
      return g_strdup (_ (targets[i].title));
  /* Single years of age. */
  if (g_str_equal (target, "sum:aged_0_15"))
    return g_strdup (_ ("Added to people aged 0 to 15"));
  if (g_str_equal (target, "sum:aged_16_59"))
    return g_strdup (_ ("Added to people aged 16 to 59"));
  if (g_str_equal (target, "sum:aged_60_plus"))
    return g_strdup (_ ("Added to people aged 60 and over"));
  if (g_str_has_prefix (target, "value:"))
    return g_strdup_printf (_ ("Value “%s”"), target + strlen ("value:"));
  if (g_str_has_prefix (target, "measure:") && bl_series_measure_title (target + strlen ("measure:")) != NULL)
    return g_strdup (bl_series_measure_title (target + strlen ("measure:")));
  if (g_str_has_prefix (target, "measure:"))
    return g_strdup_printf (_ ("Measure “%s”"), target + strlen ("measure:"));
  return g_strdup (target);
}

gboolean
bl_target_takes_many (const char *target)
{
  /* Of a figure there may be a column for each month. */
  return g_str_equal (target, "co-located-flag") || g_str_equal (target, "service-other")
         || g_str_has_prefix (target, "figure:") || g_str_has_prefix (target, "sum:")
         || g_str_has_prefix (target, "measure:") || g_str_equal (target, "library-minutes")
         || g_str_equal (target, "library-seconds");
}

int
bl_target_get_year (const char *target, const char **stem)
{
  static const char *const stems[] = { "statutory", "operation" };

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      gsize length = strlen (stems[i]);
      if (g_str_has_prefix (target, stems[i]) && (target[length] == '-' || target[length] == '\0'))
        {
          if (stem != NULL)
            *stem = stems[i];
          return target[length] == '-' ? (int) g_ascii_strtoll (target + length + 1, NULL, 10) : 0;
        }
    }
  if (stem != NULL)
    *stem = NULL;
  return 0;
}

const char *
bl_target_with_year (const char *stem, int year)
{
  g_autofree char *id = g_strdup_printf ("%s-%d", stem, year);

  return g_intern_string (id);
}

const char *
bl_target_of_figure (BlFigureKind kind)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_FIGURE_KIND);
  g_autofree char *id = g_strconcat ("figure:", g_enum_get_value (klass, kind)->value_nick, NULL);

  return g_intern_string (id);
}

BlFigureKind
bl_target_get_figure (const char *target)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_FIGURE_KIND);
  GEnumValue *value = g_str_has_prefix (target, "figure:")
                          ? g_enum_get_value_by_nick (klass, target + strlen ("figure:"))
                          : NULL;

  return value != NULL ? (BlFigureKind) value->value : BL_FIGURE_UNKNOWN;
}
