// Next as it comes. The file keeps it from finding the portal's own configuration further up.
export default {}
