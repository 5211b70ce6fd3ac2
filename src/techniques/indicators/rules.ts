import { horizonAfterQuestion, noCurrentState, noHorizon, noIndicator, noThreshold, unknownPace, unreadableHorizon, vagueHorizon } from "./rules-indicators.ts";
import { clashes, incompleteLikelihoods, noLikelihoods, notDiagnostic, unreadable } from "./rules-likelihoods.ts";
import { bearsOnNothing, beforeAsOf, futureObservation, gradeMismatch, noReading, uncitedObservation, undatedObservation, ungradedObservation, unknownReading, unreadableDate, invalidGrades, weightless } from "./rules-observations.ts";
import { closedEarly, contradictoryReadings, due, readingAfterHorizon, stale } from "./rules-readings.ts";

export const rules = [
  noIndicator,
  noThreshold,
  noHorizon,
  unreadableHorizon,
  vagueHorizon,
  horizonAfterQuestion,
  noCurrentState,
  unknownPace,
  noLikelihoods,
  incompleteLikelihoods,
  unreadable,
  ...clashes,
  notDiagnostic,
  undatedObservation,
  unreadableDate,
  noReading,
  unknownReading,
  bearsOnNothing,
  weightless,
  uncitedObservation,
  ungradedObservation,
  invalidGrades,
  gradeMismatch,
  beforeAsOf,
  futureObservation,
  readingAfterHorizon,
  closedEarly,
  contradictoryReadings,
  due,
  stale,
];
