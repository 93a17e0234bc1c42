import { Failure } from '#scripts/failure.js'
import { findJava, findProgram, OLDEST_JAVA, type Places } from '#scripts/java.js'
import { alone } from './alone.ts'
import type { Runtime } from './broker-process.ts'
import { JARS_FOLDER } from './home.ts'
import { areResolved, resolveJars } from './jars.ts'

/** Why no broker can run here on a Java of its own; null: one can. */
export async function whyNoRuntime(places: Places, jars: string = JARS_FOLDER): Promise<string | null> {
  if (!(await findJava(places))) return `no Java ${OLDEST_JAVA} or newer`
  return areResolved(jars) || findProgram('mvn', places) ? null : 'no Maven'
}

/**
 * A Java, and the broker's jars resolved for it.
 * @throws {Failure} where one of them is not to be had
 */
export async function openRuntime(places: Places, signal?: AbortSignal): Promise<Runtime> {
  const java = await findJava(places)
  if (!java)
    throw new Failure(
      `no Java ${OLDEST_JAVA} or newer was found`,
      'Install one (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME.',
    )
  await alone('kafka-jars', signal, () => resolveJars(JARS_FOLDER, findProgram('mvn', places), signal))
  return { java, jars: JARS_FOLDER }
}
