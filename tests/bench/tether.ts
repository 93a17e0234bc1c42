// Loaded into every Node server that is measured: it tells its CPU time, and ends it with whoever started it.
process.on('message', message => {
  if (message !== 'cpu') return
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMicroseconds: user + system })
})
process.once('disconnect', () => process.exit(0))
