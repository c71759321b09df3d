internal import DigestLexicon

/// The small words of the grammar of time: the values of the class `timeGlue` in `time-words.tsv`.
///
/// What the values of the other classes mean: `month` 1-12; `weekday` and `weekdays` 1 Monday; `timeUnit`, `timeUnits`,
/// `timeAdverb` a ``TimeUnit``; `dayWord` days from today (100 tonight); `timeLast`, `timeNext`, `timeThis`, `timeSame`
/// units away; `dayPart` a ``TimeOfDay/Part``; `season` 1 spring; `clockWord` minutes of the day; `meridiem` hours to
/// add; `timeZone` minutes east; `timeEarly` and `timePart` 1 start, 2 middle, 3 end; `yearPart` parts a year has;
/// `yearPartCode` 1n quarter, 2n half; `timeVague` the number or 0, negative for plurals; `timeHedge` 1 about, 2 more,
/// 3 less, 4 at least; `holiday` has its date in the column `rule` (see ``Holidays``); `timeBound`, `timeBoundAfter` the words that bound a date in a query; `monthOrWord`, `weekdayOrWord`,
/// `seasonOrWord` mark words that are also something else.
enum TimeGlue: Int {
  case of = 1
  case the, `in`, at, on, and, a, from, to, until, between, or, by, `for`, since, during, after, dash, per, other, all
  case year, every, times, `as`, around, starting, past, within, would, invited, time, begins
}
