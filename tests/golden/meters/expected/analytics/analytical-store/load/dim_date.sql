-- Analytical store: load of analytics.dim_date.
-- Parameters from and until: the span of what was staged, or of the days and events that are written.
-- It can run again over any span: rows with the same key replace each other.
-- Made by groundplan from the Design: change that and not this file.

-- Loads dim_date: one calendar day, from the day of the one parameter up to the day of the other.
INSERT INTO analytics.dim_date (id, calendar_date, weekday, month, year)
SELECT
  toYYYYMMDD(day) AS id,
  day AS calendar_date,
  arrayElement(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], toDayOfWeek(day)) AS weekday,
  CAST(toMonth(day) AS Int32) AS month,
  CAST(toYear(day) AS Int32) AS year
FROM (
  SELECT toDate32({from:DateTime64(3, 'UTC')}) + number AS day
  FROM numbers(toUInt64(greatest(0, dateDiff('day', {from:DateTime64(3, 'UTC')}, {until:DateTime64(3, 'UTC')}))))
);
