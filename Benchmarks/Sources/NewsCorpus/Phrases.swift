/// The words of the invented digests, the commonest first.
enum Phrases {
  static let opening =
    "{capitals}, {date} – {outlet} has gathered what papers abroad wrote about {country}. This week’s "
    + "review covers {noun}, {adjective} {noun} and more."

  static let headlines = [
    "{country}, {country} agree on {adjective} {noun}",
    "{country}: {name} receives {name}, {noun} ties upgraded",
    "{name} expands works near {city}",
    "{demonym} {noun} draws {adjective} interest",
  ]

  static let sentences = [
    "{title} {name} met {name} in {city} on {date}, {outlet} reported.",
    "Analysts say the {adjective} {noun} {verb} {noun}, while {adjective} {noun} remains a concern for {country}’s {noun}.",
    "“We value the {adjective} {noun} between {country} and {country},” {name} said, adding that {noun} {verb} {noun}.",
    "The ministry expects {noun} and {noun} to grow by {percent} this year, helped by {adjective} {noun} and lower costs.",
    "{title} of {country} {name} received {name} during a {adjective} visit to {city}, reported {outlet} on {date}.",
    "Trade between {country} and {country} reached {money} in {year}, up {percent} from a year earlier.",
    "Under the agreement, {name} will build a {number} MW wind farm near {city} in {country} by {year}.",
    "The two sides signed {number} documents on {adjective} {noun} and {noun} worth {money}.",
    "The upgraded plant raises annual output from {quantity} to {quantity}, according to {name}.",
    "Leaders of {country}, {country} and {country} agreed to deepen {adjective} {noun} and to review {noun} rules by {date}.",
    "The {demonym} delegation, led by {name}, toured the works of {name} near {city} and discussed {noun}.",
    "The route is about {number} km long and crosses {country}, the Caspian Sea and {country}.",
    "It’s expected that {title} {name} will travel to {city} for the {adjective} {noun} forum {period}.",
    "Experts from {country} and {country} held talks on {noun}, {noun} and {noun}, and they didn’t rule out a {noun} fund.",
    "He noted that the line – one of the largest in {country} – will carry {quantity} a year once it opens in {year}.",
    "{name} was awarded the Order of Friendship for a {adjective} role in {noun}, {outlet} wrote on {weekday}.",
    "The U.S. side, Dr. {name} added, sees {noun} as a {adjective} step; the E.U. {verb} {noun} too.",
    "In {city}, {name} opened a {adjective} {noun} center that {verb} {noun} across {number} regions.",
    "As part of the program, more than {number} students will study {noun} from {date}.",
    "{name} and {name} plan to invest {money} in {adjective} {noun}, {outlet} wrote on {date}.",
    "No talks between {name} and {name} took place {period}, a {demonym} spokesman told {outlet}.",
  ]

  static let titles = [
    "President", "Prime Minister", "Foreign Minister", "Deputy Prime Minister", "Energy Minister", "Ambassador",
    "Secretary-General", "Speaker", "Chairman", "Chief Executive", "Governor", "Mayor", "Special Envoy",
    "Defense Minister",
  ]
  static let countries = [
    "Kazakhstan", "China", "Uzbekistan", "Georgia", "Türkiye", "Vietnam", "Azerbaijan", "Kyrgyzstan", "Tajikistan",
    "Turkmenistan", "Armenia", "Japan", "India", "Pakistan", "Iran", "Iraq", "Qatar", "Oman", "Egypt", "Morocco",
    "Kenya", "Peru", "Brazil", "Chile", "Mexico", "France", "Germany", "Italy", "Spain", "Hungary", "Poland", "Romania",
    "Serbia", "Finland", "Norway", "the United States", "the United Kingdom", "the United Arab Emirates",
    "South Korea", "Saudi Arabia", "New Zealand", "Côte d’Ivoire", "the Czech Republic", "Indonesia", "Malaysia",
    "Mongolia", "Ukraine", "Russia", "Belarus", "Canada",
  ]
  static let demonyms = [
    "Kazakh", "Chinese", "Uzbek", "Georgian", "Turkish", "Vietnamese", "Azerbaijani", "Kyrgyz", "Tajik", "Japanese",
    "Indian", "Pakistani", "Iranian", "Qatari", "Omani", "Egyptian", "Kenyan", "Peruvian", "Brazilian", "French",
    "German", "Italian", "Hungarian", "Polish", "Finnish", "Canadian", "Mongolian", "Ukrainian", "Russian",
  ]
  static let cities = [
    "Astana", "Beijing", "Tashkent", "Tbilisi", "Ankara", "Hanoi", "Baku", "Bishkek", "Almaty", "Aktau", "Dushanbe",
    "Yerevan", "Tokyo", "Delhi", "Tehran", "Doha", "Cairo", "Nairobi", "Lima", "Paris", "Berlin", "Rome", "Madrid",
    "Vienna", "Budapest", "Warsaw", "Helsinki", "Geneva", "Zürich", "Abu Dhabi", "Kuala Lumpur", "São Paulo",
  ]
  static let outlets = [
    "Reuters", "Xinhua", "the Harbor Times", "Caspian Wire", "the Daily Meridian", "Euro Courier", "Anadolu",
    "the Steppe Review", "Global Freight Monitor", "World Energy Journal", "Asia Ledger",
  ]
  static let adjectives = [
    "joint", "new", "bilateral", "regional", "strategic", "international", "economic", "industrial", "agricultural",
    "cultural", "long-term", "large-scale", "high-level", "record", "annual", "modern", "renewable", "digital",
    "steady", "mutual", "key", "ambitious", "practical", "comprehensive", "cross-border", "state-owned", "green",
  ]
  static let nouns = [
    "cooperation", "trade", "investment", "energy", "transit", "infrastructure", "logistics", "reform", "stability",
    "development", "partnership", "budget", "tariff", "supply", "demand", "production", "export", "capacity",
    "harvest", "fertilizer", "wheat", "steel", "copper", "uranium", "lithium", "container", "customs", "data",
    "security", "culture", "heritage", "tourism", "education", "research", "climate", "hydrogen", "water",
    "irrigation", "disaster", "medicine", "sport", "cinema", "language", "youth", "labor", "migration", "inflation",
    "currency", "credit", "innovation",
  ]
  static let verbs = [
    "supports", "strengthens", "expands", "develops", "promotes", "finances", "simplifies", "improves", "guarantees",
    "modernizes", "encourages", "attracts", "reduces", "increases",
  ]
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let periods = [
    "next month", "last week", "next year", "this autumn", "in the first quarter of 2026", "on Friday",
  ]
  static let months = [
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
  ]
  static let currencies = ["$", "€", "£", "¥", "₸"]
  static let units = [
    "tons", "kilometers", "megawatts", "barrels per day", "cubic meters", "hectares", "containers", "passengers",
    "square meters", "kWh", "TEU", "bcm",
  ]
}
