import { json } from '#app/api/answer.ts'
import { openApiDocument } from '#features/api/openapi-rules.ts'

export const GET = () => json(openApiDocument())
