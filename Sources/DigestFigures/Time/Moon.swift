/// The sun's and the moon's places, for the feasts that follow the moon.
///
/// The main terms of J. Meeus, Astronomical Algorithms, chapters 25 and 47: good to a minute or two of a new moon
/// between 1800 and 2200. Angles are degrees, times Julian days; the sine is made of arithmetic alone, so that results
/// are the same everywhere.
enum Moon {
  /// The Julian day on which day 0 of ``Civil`` starts.
  static let epoch = 2_440_587.5
  /// The mean length of a lunation.
  static let month = 29.530588861

  /// The sine of an angle.
  static func sine(_ angle: Double) -> Double {
    var x = turned(angle + 180) - 180
    if x > 90 { x = 180 - x } else if x < -90 { x = -180 - x }
    let r = x * 0.017453292519943295
    let s = r * r
    return r * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72 * (1 - s / 110 * (1 - s / 156))))))
  }

  /// An angle from 0 to 360.
  static func turned(_ angle: Double) -> Double { angle - (angle / 360).rounded(.down) * 360 }

  /// The sun's apparent longitude.
  static func sun(_ time: Double) -> Double {
    let t = (time - 2_451_545) / 36_525
    let anomaly = 357.52911 + 35_999.05029 * t
    let center =
      (1.914602 - 0.004817 * t) * sine(anomaly) + 0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly)
    return turned(280.46646 + 36_000.76983 * t + center - 0.00569)
  }

  /// The moon's longitude.
  static func longitude(_ time: Double) -> Double {
    let t = (time - 2_451_545) / 36_525
    let (d, m) = (297.8501921 + 445_267.1114034 * t, 357.5291092 + 35_999.0502909 * t)
    let (n, f) = (134.9633964 + 477_198.8675055 * t, 93.2720950 + 483_202.0175233 * t)
    var sum = 0.0
    for term in terms { sum += term.size * sine(term.d * d + term.m * m + term.n * n + term.f * f) }
    return turned(218.3164477 + 481_267.88123421 * t + sum)
  }

  /// Multiples of elongation, the sun's and the moon's anomaly, the moon's latitude; the size.
  private static let terms: [(d: Double, m: Double, n: Double, f: Double, size: Double)] = [
    (0, 0, 1, 0, 6.288774), (2, 0, -1, 0, 1.274027), (2, 0, 0, 0, 0.658314), (0, 0, 2, 0, 0.213618),
    (0, 1, 0, 0, -0.185116), (0, 0, 0, 2, -0.114332), (2, 0, -2, 0, 0.058793), (2, -1, -1, 0, 0.057066),
    (2, 0, 1, 0, 0.053322), (2, -1, 0, 0, 0.045758), (0, 1, -1, 0, -0.040923), (1, 0, 0, 0, -0.034720),
    (0, 1, 1, 0, -0.030383), (2, 0, 0, -2, 0.015327), (0, 0, 1, 2, -0.012528), (0, 0, 1, -2, 0.010980),
    (4, 0, -1, 0, 0.010675), (0, 0, 3, 0, 0.010034), (4, 0, -2, 0, 0.008548), (2, 1, -1, 0, -0.007888),
    (2, 1, 0, 0, -0.006766), (1, 0, -1, 0, -0.005163), (1, 1, 0, 0, 0.004987), (2, -1, 1, 0, 0.004036),
    (2, 0, 2, 0, 0.003994), (4, 0, 0, 0, 0.003861), (2, 0, -3, 0, 0.003665),
  ]

  /// When the moon stands so many degrees east of the sun in a lunation; lunation 0 began on 6 January 2000.
  static func moment(_ lunation: Int, _ degrees: Double) -> Double {
    var time = 2_451_550.1 + (Double(lunation) + degrees / 360) * month
    for _ in 0..<5 {
      let off = turned(longitude(time) - sun(time) - degrees + 180) - 180
      time -= off / 12.19
    }
    return time
  }
}

/// Days of calendars that follow the moon.
enum MoonCalendar {
  /// The lunation that begins nearest a day.
  private static func lunation(near day: Double) -> Int {
    Int(((day + Moon.epoch - 2_451_550.1) / Moon.month).rounded())
  }

  /// A day of the Islamic calendar: a month starts on the evening after the new moon, as seen from Mecca.
  static func islamic(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let newMoon = Moon.moment((year - 1421) * 12 + month + 2, 0) - Moon.epoch
    let start = newMoon.rounded(.down)
    // Sunset in Mecca comes at about 15 hours of universal time.
    return Int(start) + (newMoon - start < 15.0 / 24 ? 1 : 2) + day - 1
  }

  /// A day of the Chinese calendar in a Gregorian year: month 1 is the one in which the sun enters Pisces.
  static func chinese(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    let about = Double(Civil.day(year, 1, 1)) + 35 + Double(month - 1) * 30.44
    let first = lunation(near: about)
    for candidate in first - 1...first + 1 {
      let start = beijing(Moon.moment(candidate, 0))
      let end = beijing(Moon.moment(candidate + 1, 0))
      let sign = Int(Moon.sun(Double(start) + Moon.epoch - 8.0 / 24) / 30)
      let next = Int(Moon.sun(Double(end) + Moon.epoch - 8.0 / 24) / 30)
      guard sign != next, (sign + 2) % 12 + 1 == month, Civil.date(start + day - 1).year == year else { continue }
      return start + day - 1
    }
    return nil
  }

  private static func beijing(_ time: Double) -> Int { Int((time - Moon.epoch + 8.0 / 24).rounded(.down)) }

  /// The day of a Gregorian year on which a lunar day (1 to 30) of the Hindu month (1 is Chaitra, months end with the
  /// new moon) holds at an hour of Indian time.
  static func hindu(_ year: Int, _ month: Int, _ lunarDay: Int, hour: Double) -> Int? {
    var about = 80 + Double(month - 1) * 30.44
    if about + Double(lunarDay) > 375 { about -= 365.25 }
    let first = lunation(near: Double(Civil.day(year, 1, 1)) + about)
    for candidate in first - 1...first + 1 {
      let start = Moon.moment(candidate, 0)
      let sign = sidereal(start)
      // Of two months of one name that without a new sign has no feasts.
      guard sign != sidereal(Moon.moment(candidate + 1, 0)), (sign + 1) % 12 + 1 == month else { continue }
      let begin = Moon.moment(candidate, Double(lunarDay - 1) * 12) - Moon.epoch + 5.5 / 24
      let end = Moon.moment(candidate, Double(lunarDay) * 12) - Moon.epoch + 5.5 / 24
      var day = (begin - hour / 24).rounded(.up)
      // A lunar day that never holds at that hour counts where it starts.
      if day + hour / 24 >= end { day = begin.rounded(.down) }
      if Civil.date(Int(day)).year == year { return Int(day) }
    }
    return nil
  }

  /// The sign of the sun among the fixed stars, by the Lahiri reckoning.
  private static func sidereal(_ time: Double) -> Int {
    let shift = 23.853 + (time - 2_451_545) / 365.25 * 0.01397
    return Int(Moon.turned(Moon.sun(time) - shift) / 30)
  }
}
